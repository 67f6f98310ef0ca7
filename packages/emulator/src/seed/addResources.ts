import { webhookEventNames } from '@latchkey/core/contract'
import { recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import { randomToken } from '../store/secret.ts'
import type { ParsedSeed } from './seed.ts'

/** Adds what belongs to the environment as a whole: flags, webhook endpoints, origins, template. */
export function addResources({ store, clock, clientId }: Environment, seed: ParsedSeed): void {
  const now = clock.now()
  const recorded = recordedNow(clock)
  for (const flag of flagsOf(seed)) {
    const { slug, name = slug, description = null, enabled, everybody, tags } = flag
    store.featureFlags.insert({
      object: 'feature_flag',
      id: newId('featureFlag', now),
      slug,
      name,
      description,
      owner: null,
      tags,
      enabled,
      default_value: everybody,
      targets: store.organizations
        .filter((organization) =>
          seed.organizations.some(
            ({ name, featureFlags }) => name === organization.name && featureFlags.includes(slug),
          ),
        )
        .map(({ id }) => id),
      ...recorded,
    })
  }
  for (const { url, secret = `whsec_${randomToken(32)}`, events } of seed.webhookEndpoints) {
    store.webhookEndpoints.insert({
      object: 'webhook_endpoint',
      id: newId('webhookEndpoint', now),
      endpoint_url: url,
      secret,
      status: 'enabled',
      events: events ?? [...webhookEventNames],
      ...recorded,
    })
  }
  for (const url of seed.corsOrigins) {
    const { origin } = new URL(url)
    store.corsOrigins.insert({
      object: 'cors_origin',
      id: newId('corsOrigin', now),
      origin,
      ...recorded,
    })
  }
  for (const { slug, name = slug, description = null, scopes = null } of seed.dataProviders) {
    store.dataProviders.insert({
      id: newId('dataProvider', now),
      slug,
      name,
      description,
      scopes,
      ...recorded,
    })
  }
  if (seed.jwtTemplate !== undefined) {
    store.jwtTemplates.insert({
      object: 'jwt_template',
      id: clientId,
      content: seed.jwtTemplate,
      ...recorded,
    })
  }
}

/** The flags written out, and those that only an organization names. */
function flagsOf({ featureFlags, organizations }: ParsedSeed): ParsedSeed['featureFlags'] {
  const known = new Set(featureFlags.map(({ slug }) => slug))
  const named = new Set(organizations.flatMap((organization) => organization.featureFlags))
  return [
    ...featureFlags,
    ...[...named]
      .filter((slug) => !known.has(slug))
      .map((slug) => ({ slug, enabled: true, everybody: false, tags: [] })),
  ]
}
