import {
  type AuthorizedApplicationWire,
  type ConnectApplicationWire,
  connectGrants,
} from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv, Environment } from '../environment.ts'
import type { ConnectApplicationRecord, ConnectGrantRecord } from '../store/resourceRecords.ts'
import { notFoundError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Applications that people have let in. The seed makes them. */
export function serveConnectGrants(app: Hono<AppEnv>): void {
  serve(app, connectGrants.listForUser, ({ environment, params, query }) => {
    const { id } = requireUser(environment, params.user_id)
    const found = environment.store.connectGrants.filter(({ user_id }) => user_id === id)
    return listPage(found, query, (grant) => present(environment, grant))
  })

  serve(app, connectGrants.deleteForUser, ({ environment, params }) => {
    const { connectGrants: kept } = environment.store
    const { id } = requireUser(environment, params.user_id)
    const grant = kept.find(
      (each) =>
        each.user_id === id && [each.id, each.application_id].includes(params.application_id),
    )
    if (!grant) throw notFoundError('Authorized application', params.application_id)
    kept.delete(grant.id)
  })

  serve(app, connectGrants.listForOrganization, ({ environment, params, query }) => {
    const { store } = environment
    const { id } = requireOrganization(environment, params.organization_id)
    const members = new Set(
      store.memberships
        .filter(({ organization_id, status }) => organization_id === id && status === 'active')
        .map(({ user_id }) => user_id),
    )
    const found = store.connectGrants.filter(({ user_id }) => members.has(user_id))
    return listPage(found, query, (grant) => ({
      ...present(environment, grant),
      user_id: grant.user_id,
    }))
  })
}

function present({ store }: Environment, grant: ConnectGrantRecord): AuthorizedApplicationWire {
  const { id, application_id, granted_scopes } = grant
  const application = requireRecord(store.connectApplications, {
    kind: 'Application',
    id: application_id,
  })
  return {
    object: 'authorized_connect_application',
    id,
    granted_scopes,
    application: presentApplication(application),
  }
}

const presentApplication = (application: ConnectApplicationRecord): ConnectApplicationWire => ({
  object: 'connect_application',
  ...application,
  application_type: 'oauth',
  uses_pkce: true,
  is_first_party: true,
})
