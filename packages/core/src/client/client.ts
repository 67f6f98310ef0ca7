import type { Context } from '../context.ts'
import {
  type Endpoint,
  type OrganizationMembershipWire,
  type OrganizationWire,
  organizationMemberships,
  organizations,
  type SessionWire,
  sessions,
  type UserWire,
  users,
} from '../contract/index.ts'
import type { Camelized } from './casing.ts'
import { type MethodOf, methodOf } from './methods.ts'

/** Resources that the client offers; redirects to hosted pages are not calls and stay out. */
const resources = {
  users,
  organizations,
  organizationMemberships,
  sessions: { list: sessions.list, revoke: sessions.revoke },
}

type Resources = typeof resources

/**
 * The WorkOS API, typed. Every method takes one object (path parameters, query and body together,
 * camelCase) and returns what WorkOS answers, camelCase. Methods throw `ApiRejectedError`,
 * `ApiUnavailableError` or `ApiResponseError`.
 */
export type WorkOS = {
  readonly [Resource in keyof Resources]: {
    readonly [Name in keyof Resources[Resource]]: MethodOf<Resources[Resource][Name]>
  }
}

/** A person, as the client returns them. */
export type User = Camelized<UserWire>
/** A customer of the product, as the client returns it. */
export type Organization = Camelized<OrganizationWire>
/** What ties a user to an organization, as the client returns it. */
export type OrganizationMembership = Camelized<OrganizationMembershipWire>
/** A session as WorkOS keeps it, as the client returns it. */
export type WorkOSSession = Camelized<SessionWire>

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
  const derive = (endpoints: Record<string, Endpoint>) =>
    mapValues(endpoints, (endpoint) => methodOf(context, endpoint))
  return mapValues(resources, derive) as object as WorkOS
}

function mapValues<In, Out>(record: Record<string, In>, map: (value: In) => Out) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
