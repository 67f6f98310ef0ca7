import type { Context } from '../context.ts'
import type { Endpoint } from '../contract/index.ts'
import { type EventLog, eventLogOf } from './eventLog.ts'
import { type MethodOf, methodOf } from './methods.ts'
import { resources } from './resources.ts'

type Resources = typeof resources

/**
 * The WorkOS API, typed. Every method takes one object (path parameters, query and body together,
 * camelCase) and `CallOptions`, and returns what WorkOS answers, camelCase. Lists are one page when
 * awaited, and every object of every page when iterated. Methods throw `InputError`,
 * `ApiRejectedError`, `ApiUnavailableError` or `ApiResponseError`.
 *
 * @example
 * ```ts
 * import type { WorkOS } from '@latchkey/core'
 *
 * async function emails(workos: WorkOS, organizationId: string) {
 *   const found: string[] = []
 *   for await (const user of workos.users.list({ organizationId })) found.push(user.email)
 *   return found
 * }
 * ```
 */
export type WorkOS = {
  readonly [Resource in Exclude<keyof Resources, 'events'>]: {
    readonly [Name in keyof Resources[Resource]]: MethodOf<Resources[Resource][Name]>
  }
} & {
  /** What happened, typed by the names of events. */
  readonly events: EventLog
}

export type { User } from './types.ts'

/**
 * The WorkOS API of an instance. Server only: it carries the API key.
 *
 * @example
 * ```ts
 * import { type AuthKit, createWorkOS } from '@latchkey/core'
 *
 * async function nameOf(kit: AuthKit, id: string) {
 *   const organization = await createWorkOS(kit).organizations.get({ id })
 *   return organization.name
 * }
 * ```
 */
export function createWorkOS(context: Context): WorkOS {
  const derive = (endpoints: Readonly<Record<string, Endpoint>>) =>
    mapValues(endpoints, (endpoint) => methodOf(context, endpoint))
  return { ...mapValues(resources, derive), events: eventLogOf(context) } as object as WorkOS
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, map: (value: In) => Out) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
