import type { UnknownEvent, WorkOSEvent } from '../client/event.ts'
import type { EventName } from '../contract/index.ts'
import type { LatchkeyError } from '../errors.ts'
import { answer } from './answer.ts'
import { MAX_BODY_BYTES } from './body.ts'
import { endpointOf } from './endpoint.ts'
import { createReplayGuard, type ReplayGuard } from './replayGuard.ts'
import type { Secrets } from './secrets.ts'
import { verifyWebhook, WEBHOOK_TOLERANCE } from './verifyWebhook.ts'

/**
 * What to do about events, by their names. Handlers are awaited, and what they return means nothing;
 * one that throws is called again later.
 */
export type WebhookHandlers = {
  readonly [Name in EventName]?: (event: WorkOSEvent<Name>) => unknown
}

/** What became of a request, for logs and metrics. */
export type WebhookReport =
  | { readonly kind: 'handled'; readonly event: WorkOSEvent }
  /** A known event without a handler. */
  | { readonly kind: 'ignored'; readonly event: WorkOSEvent }
  /** An event that is newer than this kit. */
  | { readonly kind: 'unknown'; readonly event: UnknownEvent }
  /** Handled before, or being handled at this moment. */
  | { readonly kind: 'repeated'; readonly event: WorkOSEvent | UnknownEvent }
  /** A handler or the replay guard failed; WorkOS will deliver the event again. */
  | { readonly kind: 'failed'; readonly event: WorkOSEvent; readonly cause: unknown }
  /** Not from WorkOS, not readable, or not to be checked for want of a secret. */
  | { readonly kind: 'refused'; readonly error: LatchkeyError }

/** Options of {@link createWebhookReceiver}. */
export interface WebhookReceiverOptions {
  /** The secret of the endpoint, or several while it is being changed. */
  readonly secrets: Secrets
  /** Several sets are called one after the other, e.g. the kit's own before the product's. */
  readonly handlers: WebhookHandlers | readonly WebhookHandlers[]
  /** In the memory of this process where left out; several instances need one that they share. */
  readonly replay?: ReplayGuard
  /** Told of every request; by default problems and unknown events go to the console. */
  readonly report?: (report: WebhookReport) => void
  /** Seconds by which the time of signing may differ from now, in either direction; 180. */
  readonly tolerance?: number
  /** Bytes; 1 MiB. */
  readonly maxBodyBytes?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

/**
 * An endpoint for webhooks: request in, response out. Handlers run once an event, however often it
 * is delivered; WorkOS delivers again whatever was not answered with 2xx, for three days, in no
 * particular order.
 *
 * @example
 * ```ts
 * import { createWebhookReceiver } from '@latchkey/core/webhooks'
 *
 * export const POST = createWebhookReceiver({
 *   secrets: process.env.WORKOS_WEBHOOK_SECRET,
 *   handlers: {
 *     'user.created': async ({ data }) => console.info(`${data.email} is new`),
 *     'organization_membership.deleted': ({ data }) => console.info(data.userId),
 *   },
 * })
 * ```
 */
export function createWebhookReceiver({
  secrets,
  handlers,
  replay,
  report = reportToConsole,
  tolerance = WEBHOOK_TOLERANCE,
  maxBodyBytes = MAX_BODY_BYTES,
  now = Date.now,
}: WebhookReceiverOptions): (request: Request) => Promise<Response> {
  const guard = replay ?? createReplayGuard({ now })
  const sets = [handlers].flat()

  async function deliver(event: WorkOSEvent | UnknownEvent): Promise<Response> {
    if (event.kind === 'unknown') {
      report({ kind: 'unknown', event })
      return answer(200, { status: 'unknown' })
    }
    const handle = handlerOf(sets, event)
    if (!handle) {
      report({ kind: 'ignored', event })
      return answer(200, { status: 'ignored' })
    }
    try {
      return await handleOnce(event, handle)
    } catch (cause) {
      report({ kind: 'failed', event, cause })
      return answer(500, { code: 'handler_failed' })
    }
  }

  async function handleOnce(event: WorkOSEvent, handle: () => Promise<void>): Promise<Response> {
    const begun = await guard.begin(event.id)
    if (begun !== 'begun') {
      report({ kind: 'repeated', event })
      return begun === 'done'
        ? answer(200, { status: 'repeated' })
        : answer(409, { code: 'under_way' }, { 'retry-after': '5' })
    }
    try {
      await handle()
    } catch (cause) {
      await guard.abandon(event.id)
      throw cause
    }
    await guard.complete(event.id)
    report({ kind: 'handled', event })
    return answer(200, { status: 'handled' })
  }

  return endpointOf({
    maxBodyBytes,
    verify: (delivery) => verifyWebhook({ ...delivery, secrets, tolerance, now: now() }),
    respond: deliver,
    refused: (error) => report({ kind: 'refused', error }),
  })
}

/** Everything that the sets do about an event, in their order; `undefined` where they do nothing. */
function handlerOf(sets: readonly WebhookHandlers[], event: WorkOSEvent) {
  type Handler = ((event: WorkOSEvent) => unknown) | undefined
  const handlers = sets
    .map((set) => set[event.event] as Handler)
    .filter((handler) => handler !== undefined)
  if (handlers.length === 0) return undefined
  return async () => {
    for (const handler of handlers) await handler(event)
  }
}

function reportToConsole(report: WebhookReport): void {
  switch (report.kind) {
    case 'failed':
      console.error(
        `Latchkey: the handler of ${report.event.event} failed on ${report.event.id}; WorkOS will deliver it again.`,
        report.cause,
      )
      break
    case 'refused':
      console.warn(
        `Latchkey: a webhook was refused. ${report.error.message} Fix: ${report.error.fix}`,
      )
      break
    case 'unknown':
      console.warn(`Latchkey: ${report.event.event} (${report.event.id}) is an unknown event.`)
      break
  }
}
