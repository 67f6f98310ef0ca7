import { type ConnectionWire, connections } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv, Environment } from '../environment.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import { listPage } from './listPage.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** SSO connections: list, read and delete. They are made by the seed. */
export function serveConnections(app: Hono<AppEnv>): void {
  serve(app, connections.list, ({ environment, query }) => {
    const { organization_id, domain } = query
    const search = query.search?.toLowerCase()
    // The filter spells one type in a way of its own.
    const type = query.connection_type?.toLowerCase()
    const found = environment.store.connections.filter(
      (connection) =>
        (organization_id === undefined || connection.organization_id === organization_id) &&
        (type === undefined || connection.connection_type.toLowerCase() === type) &&
        (search === undefined || connection.name.toLowerCase().includes(search)) &&
        (domain === undefined ||
          domainsOf(environment, connection).some((its) => its.domain === domain.toLowerCase())),
    )
    return listPage(found, query, (each) => presentConnection(environment, each))
  })

  serve(app, connections.get, ({ environment, params }) =>
    presentConnection(environment, requireConnection(environment, params.id)),
  )

  serve(app, connections.delete, ({ environment, params }) => {
    const { store } = environment
    const { id } = requireConnection(environment, params.id)
    for (const profile of store.profiles.filter(({ connection_id }) => connection_id === id)) {
      store.profiles.delete(profile.id)
    }
    store.connections.delete(id)
  })
}

const requireConnection = ({ store }: Environment, id: string): ConnectionRecord =>
  requireRecord(store.connections, { kind: 'Connection', id })

/** A connection as the API shows it; its domains are those of its organization. */
export const presentConnection = (
  environment: Environment,
  connection: ConnectionRecord,
): ConnectionWire => {
  const { organization_id, ...shown } = connection
  return {
    object: 'connection',
    ...shown,
    ...(organization_id !== null && { organization_id }),
    status: connection.state === 'active' ? 'linked' : 'unlinked',
    domains: domainsOf(environment, connection),
  }
}

function domainsOf(
  { store }: Environment,
  { organization_id }: ConnectionRecord,
): ConnectionWire['domains'] {
  const organization = store.organizations.get(organization_id ?? '')
  return (organization?.domains ?? []).map(({ id, domain }) => ({
    object: 'connection_domain',
    id: id.replace('org_domain_', 'conn_domain_'),
    domain,
  }))
}
