import type { WorkOSEvent } from '../client/event.ts'
import type { Revocations } from '../session/revocations.ts'
import type { WebhookHandlers } from './receiver.ts'

type MembershipEvent = WorkOSEvent<
  'organization_membership.deleted' | 'organization_membership.updated'
>

/**
 * Handlers that make WorkOS's revocations hold at the next request (in other instances, at the next
 * strict one) instead of when the access token is over. Ended sessions and deleted users are signed out; where a membership changed or ended, the
 * session is refreshed before it is believed again.
 *
 * @example
 * ```ts
 * import { createAuthKit } from '@latchkey/core'
 * import { createWebhookReceiver, revocationHandlers } from '@latchkey/core/webhooks'
 *
 * function webhooks(kit: ReturnType<typeof createAuthKit>) {
 *   return createWebhookReceiver({
 *     secrets: process.env.WORKOS_WEBHOOK_SECRET,
 *     handlers: [
 *       revocationHandlers(kit.revocations),
 *       { 'user.deleted': ({ data }) => console.info(`${data.id} has left`) },
 *     ],
 *   })
 * }
 * ```
 */
export function revocationHandlers(revocations: Revocations): WebhookHandlers {
  const outdateMembership = ({ data, createdAt }: MembershipEvent) =>
    revocations.revoke({
      kind: 'membership',
      userId: data.userId,
      organizationId: data.organizationId,
      at: secondsOf(createdAt),
    })
  return {
    'session.revoked': ({ data }) => revocations.revoke({ kind: 'session', sessionId: data.id }),
    'user.deleted': ({ data, createdAt }) =>
      revocations.revoke({ kind: 'user', userId: data.id, at: secondsOf(createdAt) }),
    'organization_membership.deleted': outdateMembership,
    'organization_membership.updated': outdateMembership,
  }
}

/** When something happened, in the whole seconds that tokens are issued by. */
function secondsOf(createdAt: string): number {
  return Math.floor(Date.parse(createdAt) / 1000)
}
