import * as z from 'zod'
import { accessEvents } from './eventAccess.ts'
import { agentEvents } from './eventAgent.ts'
import { authenticationEvents } from './eventAuthentication.ts'
import { connectionEvents } from './eventConnection.ts'
import { directoryEvents } from './eventDirectory.ts'
import { flagEvents } from './eventFlag.ts'
import { organizationEvents } from './eventOrganization.ts'
import { userEvents } from './eventUser.ts'
import { vaultEvents } from './eventVault.ts'
import { timestamp } from './primitives.ts'

/** Every event of WorkOS by its name: the schema of its data and of its context. @see https://workos.com/docs/events */
export const events = {
  ...accessEvents,
  ...agentEvents,
  ...authenticationEvents,
  ...connectionEvents,
  ...directoryEvents,
  ...flagEvents,
  ...organizationEvents,
  ...userEvents,
  ...vaultEvents,
}

/** The name of an event that this contract knows. */
export type EventName = keyof typeof events

/** The data of an event as it travels. */
export type EventDataWire<Name extends EventName> = z.output<(typeof events)[Name]['data']>

/** The circumstances of an event as they travel. */
export type EventContextWire<Name extends EventName> = z.output<(typeof events)[Name]['context']>

/** What every event is wrapped in, whatever its name. */
export const eventEnvelopeSchema = z.object({
  id: z.string(),
  event: z.string(),
  data: z.unknown(),
  context: z.unknown().optional(),
  created_at: timestamp,
})

/** Events that `GET /events` lists but no webhook delivers. */
export const eventsWithoutWebhook: ReadonlySet<EventName> = new Set<EventName>([
  'action.authentication.denied',
  'action.user_registration.denied',
  'authentication.email_verification_failed',
  'authentication.mfa_failed',
  'dsync.token.created',
  'dsync.token.revoked',
  'vault.byok_key.deleted',
  'vault.byok_key.verification_completed',
  'vault.data.created',
  'vault.data.deleted',
  'vault.data.read',
  'vault.data.updated',
  'vault.dek.decrypted',
  'vault.dek.read',
  'vault.kek.created',
  'vault.kek.deleted',
  'vault.metadata.read',
  'vault.names.listed',
])

/** Whether the contract knows events of this name. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
