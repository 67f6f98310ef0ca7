import { type ProfileWire, sso } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { fullName } from '../authentication/user.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { ProfileRecord, SsoCodeRecord } from '../store/authenticationRecords.ts'
import { randomToken } from '../store/secret.ts'
import { ApiError, oauthError } from './apiError.ts'
import { bearerSecret, checkClient } from './checkClient.ts'
import { originOf } from './origin.ts'
import { challengeOf } from './pkce.ts'
import { readBody } from './readBody.ts'
import { requireRecord } from './requireRecord.ts'
import { answer, serve } from './serve.ts'

/** Seconds that an access token of standalone SSO lives. */
const tokenLifetime = 600
const logoutLifetime = 5 * 60 * 1000

/** Standalone SSO after the redirects: a code for a profile, the profile again, and signing out. */
export function serveSso(app: Hono<AppEnv>): void {
  const { getProfileAndToken } = sso
  app.post(getProfileAndToken.path, async (context) => {
    const { environment } = context.var
    const { store, clock } = environment
    const body = await readBody(context)
    if (body.grant_type !== undefined && body.grant_type !== 'authorization_code') {
      throw oauthError('unsupported_grant_type', 'The grant type is not supported.')
    }
    const parsed = getProfileAndToken.body?.safeParse({ ...bearerSecret(context), ...body })
    if (!parsed?.success) {
      const missing = parsed?.error.issues[0]?.path.join('.')
      throw new ApiError(422, { message: `${missing} is required.` })
    }
    checkClient(environment, parsed.data)
    const code = redeem(environment, parsed.data)
    const profile = requireProfile(environment, code.profile_id)
    const token = store.ssoTokens.insert({
      id: randomToken(40),
      profile_id: profile.id,
      expires_at: clock.now() + tokenLifetime * 1000,
    })
    return answer(context, getProfileAndToken, {
      token_type: 'Bearer',
      access_token: token.id,
      expires_in: tokenLifetime,
      profile: presentProfile(environment, profile),
      ...(code.oauth_tokens && { oauth_tokens: code.oauth_tokens }),
    })
  })

  serve(app, sso.getProfile, ({ environment, context }) => {
    const { store, clock } = environment
    const token = store.ssoTokens.get(bearerOf(context))
    if (!token || token.expires_at <= clock.now()) {
      throw new ApiError(401, { error: 'Unauthorized' })
    }
    return presentProfile(environment, requireProfile(environment, token.profile_id))
  })

  serve(app, sso.authorizeLogout, ({ environment, body, context }) => {
    const { store, clock } = environment
    const profile = requireProfile(environment, body.profile_id)
    const connection = requireConnection(environment, profile)
    if (connection.connection_type !== 'GenericOIDC') {
      throw oauthError(
        'connection_invalid',
        'Single Logout is only supported for GenericOIDC connections.',
      )
    }
    const logout = store.ssoLogouts.insert({
      id: randomToken(40),
      profile_id: profile.id,
      expires_at: clock.now() + logoutLifetime,
    })
    const url = new URL(sso.logout.path, originOf(context))
    url.searchParams.set('token', logout.id)
    return { logout_url: url.href, logout_token: logout.id }
  })
}

/** A code works once, for the client that it was made for and whoever holds its verifier. */
function redeem(
  { store, clock }: Environment,
  body: {
    client_id: string
    client_secret?: string | undefined
    code: string
    code_verifier?: string | undefined
  },
): SsoCodeRecord {
  const code = store.ssoCodes.get(body.code)
  const expired = () =>
    oauthError('invalid_grant', `The code '${body.code}' has expired or is invalid.`)
  if (!code || code.client_id !== body.client_id || code.expires_at <= clock.now()) {
    throw expired()
  }
  if (code.code_challenge === null) {
    if (body.client_secret === undefined)
      throw oauthError('invalid_client', 'Invalid client secret.')
    if (body.code_verifier !== undefined) throw expired()
  } else if (
    body.code_verifier === undefined ||
    challengeOf(body.code_verifier) !== code.code_challenge
  ) {
    throw expired()
  }
  store.ssoCodes.delete(code.id)
  return code
}

function presentProfile(environment: Environment, profile: ProfileRecord): ProfileWire {
  const {
    id: connection_id,
    connection_type,
    organization_id,
  } = requireConnection(environment, profile)
  const { id, idp_id, email, first_name, last_name, groups, custom_attributes } = profile
  return {
    object: 'profile',
    id,
    organization_id,
    connection_id,
    connection_type,
    idp_id,
    email,
    first_name,
    last_name,
    name: fullName({ first_name, last_name }),
    groups,
    custom_attributes,
    raw_attributes: { idp_id, email, first_name, last_name, groups, ...custom_attributes },
  }
}

const requireProfile = ({ store }: Environment, id: string) =>
  requireRecord(store.profiles, { kind: 'Profile', id })

const requireConnection = ({ store }: Environment, { connection_id }: ProfileRecord) =>
  requireRecord(store.connections, { kind: 'Connection', id: connection_id })

const bearerOf = ({ req }: Context<AppEnv>): string => {
  const [scheme, token] = (req.header('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' ? (token ?? '') : ''
}
