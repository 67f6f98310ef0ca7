import type { DeliveryAttempt, EventRecord, WebhookEndpointRecord } from '../store/eventRecords.ts'
import { signWebhook } from './signWebhook.ts'

const timeout = 10_000

/**
 * Sends an event to an endpoint, once. Any 2xx is a success. The signature carries the machine's
 * own time and not the emulator's, because that is what its receiver compares it with.
 */
export async function deliver(options: {
  endpoint: WebhookEndpointRecord
  event: EventRecord
  signal: AbortSignal
}): Promise<Omit<DeliveryAttempt, 'at'>> {
  const { endpoint, event, signal } = options
  const body = JSON.stringify(event)
  const time = Date.now()
  try {
    const response = await fetch(endpoint.endpoint_url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Latchkey emulator webhooks',
        'workos-signature': signWebhook({ body, secret: endpoint.secret, time }),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    })
    await response.body?.cancel()
    return {
      status: response.status,
      error: response.ok ? null : `It answered ${response.status}.`,
      duration: Date.now() - time,
    }
  } catch (error) {
    return { status: null, error: reasonOf(error), duration: Date.now() - time }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `It did not answer within ${timeout / 1000} seconds.`
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
