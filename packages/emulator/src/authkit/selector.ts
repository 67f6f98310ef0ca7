import type { authorizeQuerySchema } from '@latchkey/core/contract'
import type { z } from 'zod'
import { activeConnections } from '../authentication/policy.ts'
import { findProvider } from '../authentication/settings.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import type { CallbackError } from './returnToApplication.ts'

type Selectors = Pick<
  z.output<typeof authorizeQuerySchema>,
  'provider' | 'connection_id' | 'organization_id'
>

/** Who is to prove who somebody is. */
export type Selection = { type: 'authkit'; organizationId: string | null } | Direct

/** One identity provider, with no choice of AuthKit's. */
export type Direct =
  | { type: 'connection'; connection: ConnectionRecord }
  | { type: 'provider'; provider: string }
  | Refused

type Refused = { type: 'refused'; error: CallbackError; error_description: string }

/** Reads the selectors of an authorization URL: one of three, or AuthKit for an organization. */
export function selectIdentityProvider(environment: Environment, query: Selectors): Selection {
  const { provider, connection_id, organization_id } = query
  const given = [provider, connection_id, organization_id].filter((each) => each !== undefined)
  if (given.length === 0) {
    return refused(
      'invalid_connection_selector',
      'One of provider, connection_id and organization_id is required.',
    )
  }
  if (given.length > 1 && !(provider === 'authkit' && connection_id === undefined)) {
    return refused(
      'ambiguous_connection_selector',
      'Send one of provider, connection_id and organization_id.',
    )
  }
  if (connection_id !== undefined) return selectConnection(environment, connection_id)
  if (organization_id !== undefined && !environment.store.organizations.get(organization_id)) {
    return refused('organization_invalid', `No organization ${organization_id}.`)
  }
  if (provider === 'authkit') return { type: 'authkit', organizationId: organization_id ?? null }
  if (provider !== undefined) return selectProvider(environment, provider)
  return selectOrganization(environment, organization_id ?? '')
}

/** Reads the selectors of standalone SSO, which leads to one identity provider always. */
export function selectForSso(
  environment: Environment,
  selectors: {
    provider?: string | undefined
    connection?: string | undefined
    organization?: string | undefined
    domain: string | null
  },
): Direct {
  const { provider, connection, organization, domain } = selectors
  const given = [provider, connection, organization].filter((each) => each !== undefined)
  if (domain !== null) {
    return refused(
      'domain_connection_selector_not_allowed',
      'The domain parameter is no longer valid. Send organization or connection.',
    )
  }
  if (given.length === 0) {
    return refused(
      'invalid_connection_selector',
      'One of connection, organization and provider is required.',
    )
  }
  if (given.length > 1) {
    return refused(
      'ambiguous_connection_selector',
      'Send one of connection, organization and provider.',
    )
  }
  if (connection !== undefined) return selectConnection(environment, connection)
  if (provider !== undefined) return selectProvider(environment, provider)
  if (!environment.store.organizations.get(organization ?? '')) {
    return refused('organization_invalid', `No organization ${organization}.`)
  }
  return selectOrganization(environment, organization ?? '')
}

function selectConnection({ store }: Environment, id: string): Direct {
  const connection = store.connections.get(id)
  if (!connection) return refused('connection_invalid', `No connection ${id}.`)
  if (connection.state !== 'active') {
    return refused('connection_unlinked', `The connection ${id} is ${connection.state}.`)
  }
  return { type: 'connection', connection }
}

function selectProvider(environment: Environment, provider: string): Direct {
  return findProvider(environment, provider)
    ? { type: 'provider', provider }
    : refused(
        'connection_invalid',
        `${provider} is not switched on. Add it to authentication.providers in the seed.`,
      )
}

function selectOrganization(environment: Environment, organizationId: string): Direct {
  const [connection, ...others] = activeConnections(environment, organizationId)
  if (others.length > 0) {
    return refused(
      'ambiguous_connection_selector',
      `The organization ${organizationId} has several connections. Name one of them.`,
    )
  }
  if (connection) return { type: 'connection', connection }
  const idle = environment.store.connections.find(
    ({ organization_id }) => organization_id === organizationId,
  )
  return idle
    ? refused('connection_unlinked', `The connection ${idle.id} is ${idle.state}.`)
    : refused('connection_invalid', `The organization ${organizationId} has no SSO connection.`)
}

const refused = (error: CallbackError, error_description: string): Refused => ({
  type: 'refused',
  error,
  error_description,
})
