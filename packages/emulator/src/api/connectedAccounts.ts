import {
  type ConnectedAccountWire,
  connectedAccounts,
  pipesProviders,
} from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import type { ConnectedAccountRecord, DataProviderRecord } from '../store/resourceRecords.ts'
import { ApiError, notFoundError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'
import { wholeList } from './wholeList.ts'

/** Accounts that users connected at providers. The seed makes the providers. */
export function serveConnectedAccounts(app: Hono<AppEnv>): void {
  serve(app, connectedAccounts.get, ({ environment, params, query }) =>
    present(requireAccount(environment, { ...params, ...query })),
  )

  serve(app, connectedAccounts.create, ({ environment, params, query, body }) => {
    const { store, clock } = environment
    const owner = ownerOf(environment, { ...params, ...query })
    const provider = requireProvider(environment, params.slug)
    if (findAccount(environment, { ...owner, provider })) {
      throw new ApiError(409, { message: `The account at '${params.slug}' is connected already.` })
    }
    if (body.access_token === undefined) {
      throw new ApiError(422, { message: 'access_token is required.' })
    }
    return present(
      store.connectedAccounts.insert({
        id: newId('connectedAccount', clock.now()),
        ...owner,
        data_provider_id: provider.id,
        scopes: body.scopes ?? provider.scopes ?? [],
        state: body.state ?? 'connected',
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, connectedAccounts.update, ({ environment, params, query, body }) => {
    const { store, clock } = environment
    const { id } = requireAccount(environment, { ...params, ...query })
    const { scopes, state } = body
    const { updated_at } = recordedNow(clock)
    return present(
      store.connectedAccounts.update(id, { ...defined({ scopes, state }), updated_at }),
    )
  })

  serve(app, connectedAccounts.delete, ({ environment, params, query }) => {
    const { id } = requireAccount(environment, { ...params, ...query })
    environment.store.connectedAccounts.delete(id)
  })

  serve(app, pipesProviders.listForUser, ({ environment, params, query }) => {
    const owner = ownerOf(environment, { ...params, ...query })
    const providers = environment.store.dataProviders.all()
    return wholeList(
      providers.map((provider) => {
        const account = findAccount(environment, { ...owner, provider })
        return {
          object: 'data_provider',
          ...provider,
          integration_type: provider.slug,
          credentials_type: 'oauth2',
          ownership: 'userland_user',
          connected_account: account ? present(account) : null,
        } as const
      }),
    )
  })
}

/** The provider with the slug; 404 when there is none. */
export function requireProvider({ store }: Environment, slug: string): DataProviderRecord {
  const provider = store.dataProviders.find((each) => each.slug === slug)
  if (!provider) throw notFoundError('Data integration', slug)
  return provider
}

type Owner = Pick<ConnectedAccountRecord, 'user_id' | 'organization_id'>

function ownerOf(
  environment: Environment,
  named: { user_id: string; organization_id?: string | undefined },
): Owner {
  const { id: user_id } = requireUser(environment, named.user_id)
  if (named.organization_id === undefined) return { user_id, organization_id: null }
  const { id: organization_id } = requireOrganization(environment, named.organization_id)
  return { user_id, organization_id }
}

const findAccount = (
  { store }: Environment,
  { user_id, organization_id, provider }: Owner & { provider: DataProviderRecord },
) =>
  store.connectedAccounts.find(
    (each) =>
      each.user_id === user_id &&
      each.organization_id === organization_id &&
      each.data_provider_id === provider.id,
  )

function requireAccount(
  environment: Environment,
  named: { user_id: string; slug: string; organization_id?: string | undefined },
): ConnectedAccountRecord {
  const owner = ownerOf(environment, named)
  const provider = requireProvider(environment, named.slug)
  const account = findAccount(environment, { ...owner, provider })
  if (!account) throw notFoundError('Connected account', named.slug)
  return account
}

const present = ({
  data_provider_id,
  ...account
}: ConnectedAccountRecord): ConnectedAccountWire => ({
  object: 'connected_account',
  ...account,
  auth_method: 'oauth',
  api_key_last_4: null,
})
