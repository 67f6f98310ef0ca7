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

const envelope = z.object({
  id: z.string(),
  event: z.string(),
  data: z.unknown(),
  context: z.unknown().optional(),
  created_at: timestamp,
})
type Envelope = z.output<typeof envelope>

/** An event whose name this contract knows, and so the shape of its data. */
export interface KnownEventWire<Name extends EventName> extends Omit<Envelope, 'event'> {
  readonly kind: 'known'
  readonly event: Name
  readonly data: EventDataWire<Name>
  readonly context: EventContextWire<Name>
}

/** An event that is newer than this contract, as it came. */
export interface UnknownEventWire extends Envelope {
  readonly kind: 'unknown'
}

/** An event as it travels, told apart by its name. */
export type EventWire = { [Name in EventName]: KnownEventWire<Name> }[EventName] | UnknownEventWire

/** An event as a webhook brings it: its data by the schema of its name, or as it is. */
export const eventSchema = envelope.transform(byName)

/** The same as the event log keeps it. */
export const loggedEventSchema = envelope
  .extend({ object: z.literal('event') })
  .transform(({ object: _, ...event }, refinement) => byName(event, refinement))

function byName(event: Envelope, { addIssue }: z.RefinementCtx): EventWire {
  const { event: name } = event
  if (!isEventName(name)) return { kind: 'unknown', ...event }
  const read = (part: 'data' | 'context') => {
    const { data, error } = events[name][part].safeParse(event[part])
    for (const issue of error?.issues ?? []) addIssue({ ...issue, path: [part, ...issue.path] })
    return data
  }
  return { kind: 'known', ...event, data: read('data'), context: read('context') } as EventWire
}

const withoutWebhook = [
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
] as const satisfies readonly EventName[]

/** Events that `GET /events` lists but no webhook delivers. */
export const eventsWithoutWebhook: ReadonlySet<EventName> = new Set(withoutWebhook)

/** The name of an event that webhooks deliver. */
export type WebhookEventName = Exclude<EventName, (typeof withoutWebhook)[number]>

/** Events that a webhook endpoint can subscribe to. */
export const webhookEventNames = (Object.keys(events) as EventName[]).filter(isWebhookEventName)

function isWebhookEventName(name: EventName): name is WebhookEventName {
  return !eventsWithoutWebhook.has(name)
}

/** Whether the contract knows events of this name. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
