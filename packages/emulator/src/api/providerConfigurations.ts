import { type PipesConfigurationWire, pipesConfigurations } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { recordedNow } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { defined } from '../store/defined.ts'
import type { DataProviderRecord, ProviderConfigurationRecord } from '../store/resourceRecords.ts'
import { ApiError } from './apiError.ts'
import { requireProvider } from './connectedAccounts.ts'
import { requireOrganization } from './organizations.ts'
import { originOf } from './origin.ts'
import { serve } from './serve.ts'
import { wholeList } from './wholeList.ts'

/** Organizations' own settings of the providers whose accounts people can connect. */
export function serveProviderConfigurations(app: Hono<AppEnv>): void {
  serve(app, pipesConfigurations.list, ({ environment, params, context }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    return wholeList(
      environment.store.dataProviders
        .all()
        .map((provider) => present(context, provider, configurationOf(context, id, provider))),
    )
  })

  serve(app, pipesConfigurations.update, ({ environment, params, body, context }) => {
    const { store, clock } = environment
    const { id } = requireOrganization(environment, params.organization_id)
    const provider = requireProvider(environment, params.slug)
    const { client_id, client_secret, enabled, scopes, config } = body
    if (Object.keys(defined(body)).length === 0) {
      throw new ApiError(400, { message: 'Send one of enabled, scopes, client_id and config.' })
    }
    if ((client_id === undefined) !== (client_secret === undefined)) {
      throw new ApiError(400, { message: 'client_id and client_secret belong together.' })
    }
    const stray = scopes?.find((scope) => !provider.scopes?.includes(scope))
    if (stray !== undefined) {
      throw new ApiError(422, { message: `The provider has no scope '${stray}'.` })
    }
    const current = configurationOf(context, id, provider)
    const changed: ProviderConfigurationRecord = {
      ...current,
      ...defined({ enabled, scopes, config }),
      ...(client_id !== undefined &&
        client_secret !== undefined && {
          credentials: { client_id, client_secret_last_four: client_secret.slice(-4) },
        }),
      updated_at: recordedNow(clock).updated_at,
    }
    const known = store.providerConfigurations.get(current.id)
    const kept = known
      ? store.providerConfigurations.update(known.id, changed)
      : store.providerConfigurations.insert(changed)
    return present(context, provider, kept)
  })
}

/** What an organization has set up; until then, what the environment has. */
function configurationOf(
  { var: { environment } }: Context<AppEnv>,
  organizationId: string,
  provider: DataProviderRecord,
): ProviderConfigurationRecord {
  const { store } = environment
  const id = `${organizationId} ${provider.id}`
  return (
    store.providerConfigurations.get(id) ?? {
      id,
      organization_id: organizationId,
      data_provider_id: provider.id,
      enabled: true,
      scopes: null,
      config: {},
      credentials: null,
      created_at: provider.created_at,
      updated_at: provider.updated_at,
    }
  )
}

function present(
  context: Context<AppEnv>,
  provider: DataProviderRecord,
  { data_provider_id, credentials, scopes, ...configuration }: ProviderConfigurationRecord,
): PipesConfigurationWire {
  const { slug, name } = provider
  return {
    object: 'data_integration_configuration',
    ...configuration,
    id: data_provider_id,
    slug,
    name,
    scopes: scopes ?? provider.scopes,
    ...(credentials && {
      credentials: {
        credentials_type: 'organization',
        has_credentials: true,
        ...credentials,
        redirect_uri: `${originOf(context)}/data-integrations/${slug}/callback`,
      },
    }),
  }
}
