import { type ApiKeyWire, apiKeys } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { ApiKeyRecord } from '../store/resourceRecords.ts'
import { randomToken } from '../store/secret.ts'
import { ApiError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Customers' API keys: made for organizations and users, listed, validated, expired, deleted. */
export function serveApiKeys(app: Hono<AppEnv>): void {
  serve(app, apiKeys.validate, ({ environment, body }) => {
    const { store, clock } = environment
    const key = store.apiKeys.find(({ value }) => value === body.value)
    if (!key || hasExpired(environment, key)) return { api_key: null }
    const last_used_at = isoTime(clock.now())
    return { api_key: withoutValue(store.apiKeys.update(key.id, { last_used_at })) }
  })

  serve(app, apiKeys.delete, ({ environment, params }) => {
    environment.store.apiKeys.delete(requireKey(environment, params.id).id)
  })

  serve(app, apiKeys.expire, ({ environment, params, body }) => {
    const { store, clock } = environment
    const key = requireKey(environment, params.id)
    if (hasExpired(environment, key)) {
      throw plainError(409, 'api_key_already_expired', 'API key is already expired')
    }
    const wished = body?.expires_at
    const now = isoTime(clock.now())
    const later = typeof wished === 'string' && Date.parse(wished) > clock.now()
    return withoutValue(
      store.apiKeys.update(key.id, {
        expires_at: wished === null ? null : later ? wished : now,
        updated_at: now,
      }),
    )
  })

  serve(app, apiKeys.listForOrganization, ({ environment, params, query }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    const found = ownedKeys(environment).filter(({ owner }) => owner.id === id)
    return listPage(found, query, (key) => ({
      ...withoutValue(key),
      owner: { type: 'organization', id },
    }))
  })

  serve(app, apiKeys.createForOrganization, ({ environment, params, body }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    const owner = { type: 'organization', id } as const
    return { ...makeKey(environment, { ...body, owner }), owner }
  })

  serve(app, apiKeys.listForUser, ({ environment, params, query }) => {
    const { id } = requireUser(environment, params.user_id)
    const found = ownedKeys(environment).filter(
      ({ owner }) =>
        owner.type === 'user' &&
        owner.id === id &&
        (query.organization_id === undefined || owner.organization_id === query.organization_id),
    )
    return listPage(found, query, (key) => {
      const { owner, ...rest } = withoutValue(key)
      if (owner.type !== 'user') throw new Error(`${key.id} does not belong to a user.`)
      return { ...rest, owner }
    })
  })

  serve(app, apiKeys.createForUser, ({ environment, params, body }) => {
    const { id } = requireUser(environment, params.user_id)
    const { organization_id } = body
    const member = environment.store.memberships.find(
      (each) => each.user_id === id && each.organization_id === organization_id,
    )
    if (member?.status !== 'active') {
      throw new ApiError(422, { message: 'The user is not an active member of the organization.' })
    }
    const owner = { type: 'user', id, organization_id } as const
    return { ...makeKey(environment, { ...body, owner }), owner }
  })
}

/** A key as the API shows it after its creation. */
export function withoutValue({ value, ...key }: ApiKeyRecord): ApiKeyWire {
  return key
}

const ownedKeys = (environment: Environment): ApiKeyRecord[] =>
  environment.store.apiKeys.filter((key) => !hasExpired(environment, key))

const requireKey = ({ store }: Environment, id: string): ApiKeyRecord =>
  requireRecord(store.apiKeys, { kind: 'API Key', id })

const hasExpired = ({ clock }: Environment, { expires_at }: ApiKeyRecord): boolean =>
  expires_at !== null && Date.parse(expires_at) <= clock.now()

function makeKey(
  { store, clock }: Environment,
  wish: {
    owner: ApiKeyWire['owner']
    name: string
    permissions?: string[] | undefined
    expires_at?: string | undefined
  },
): ApiKeyRecord {
  const { owner, name, permissions = [], expires_at = null } = wish
  if (name.trim() === '') throw invalid('name', 'name_required')
  if (expires_at !== null && !(Date.parse(expires_at) > clock.now())) {
    throw invalid('expires_at', 'expires_at_must_be_future')
  }
  for (const slug of permissions) {
    if (!store.permissions.find((each) => each.slug === slug)) {
      throw invalid('permissions', 'unknown_permission')
    }
  }
  const value = `sk_${randomToken(40)}`
  return store.apiKeys.insert({
    object: 'api_key',
    id: newId('apiKey', clock.now()),
    owner,
    name,
    value,
    obfuscated_value: `sk_...${value.slice(-4)}`,
    last_used_at: null,
    expires_at,
    permissions,
    ...recordedNow(clock),
  })
}

const invalid = (field: string, code: string) =>
  new ApiError(422, { message: 'Validation failed.', errors: [{ code, field }] })
