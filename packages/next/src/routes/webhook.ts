import type { AuthKit } from '@latchkey/core'
import {
  createWebhookReceiver,
  revocationHandlers,
  type WebhookHandlers,
  type WebhookReceiverOptions,
} from '@latchkey/core/webhooks'
import type { RouteHandler } from './context.ts'

/** How the webhook route receives. */
export interface WebhookOptions
  extends Pick<WebhookReceiverOptions, 'replay' | 'report' | 'tolerance' | 'maxBodyBytes'> {
  /** `WORKOS_WEBHOOK_SECRET` of the environment where left out; several while it is changed. */
  readonly secrets?: WebhookReceiverOptions['secrets']
  /** What the product does about events, after the kit has taken note of what they revoke. */
  readonly handlers?: WebhookHandlers | readonly WebhookHandlers[]
}

/**
 * Makes the route: whatever WorkOS revokes holds from the next request on, in other instances from
 * the next strict one where they share their revocations. Without a secret it refuses everything,
 * because anybody could send anything.
 */
export function webhook({ secrets, handlers = [], ...options }: WebhookOptions): RouteHandler {
  const receivers = new WeakMap<AuthKit, (request: Request) => Promise<Response>>()
  return ({ kit, request }) => {
    const receive =
      receivers.get(kit) ??
      createWebhookReceiver({
        ...options,
        secrets: secrets ?? process.env.WORKOS_WEBHOOK_SECRET,
        handlers: [revocationHandlers(kit.revocations), ...[handlers].flat()],
        now: kit.now,
      })
    receivers.set(kit, receive)
    return receive(request)
  }
}
