import { toEvent, type UnknownEvent, type WorkOSEvent } from '../client/event.ts'
import { eventSchema } from '../contract/index.ts'
import { parseJson, parseShape } from './payload.ts'
import type { Secrets } from './secrets.ts'
import { type Payload, verifySignature } from './signature.ts'

/** A delivery that is to be verified. */
export interface WebhookDelivery {
  /** The raw body. Parsed and serialised again it is not what was signed. */
  readonly payload: Payload
  /** The `WorkOS-Signature` header. */
  readonly signature: string | null | undefined
  /** The secret of the endpoint, or several while it is being changed. */
  readonly secrets: Secrets
  /** Seconds by which the time of signing may differ from now, in either direction; 180. */
  readonly tolerance?: number
  /** Milliseconds since the epoch; the platform's clock where left out. */
  readonly now?: number
}

/** Seconds that WorkOS and its SDKs allow. */
export const WEBHOOK_TOLERANCE = 180

/**
 * Verifies a webhook and reads its event. A verified event may still be a repetition of an earlier
 * one: {@link createWebhookReceiver} sees to that, too.
 *
 * @throws {SignatureError} when it is not from WorkOS, or not of now.
 * @throws {PayloadError} when a known event is not in its documented shape.
 * @throws {ConfigurationError} when no secret is set.
 * @example
 * ```ts
 * import { verifyWebhook } from '@latchkey/core/webhooks'
 *
 * async function receive(request: Request) {
 *   const event = await verifyWebhook({
 *     payload: await request.text(),
 *     signature: request.headers.get('workos-signature'),
 *     secrets: process.env.WORKOS_WEBHOOK_SECRET,
 *   })
 *   if (event.kind === 'known' && event.event === 'user.created') return event.data.email
 * }
 * ```
 */
export async function verifyWebhook({
  tolerance = WEBHOOK_TOLERANCE,
  now = Date.now(),
  ...delivery
}: WebhookDelivery): Promise<WorkOSEvent | UnknownEvent> {
  await verifySignature({ ...delivery, tolerance, now })
  return toEvent(parseShape(eventSchema, parseJson(delivery.payload)))
}
