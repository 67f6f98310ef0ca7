import { recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord, OAuthTokens } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { providerName } from './providerNames.ts'
import { maySignUp } from './requestMagicAuth.ts'
import { findProvider } from './settings.ts'
import { createUser, findUserByEmail } from './user.ts'

/** An account at a social provider, as the provider tells of it. */
export type SocialAccount = {
  email: string
  first_name: string | null
  last_name: string | null
  /** Whether the provider has verified the address. */
  email_verified: boolean
}

/** The user that a social account belongs to, made where there is none and accounts may be made. */
export function findSocialUser(
  environment: Environment,
  options: { provider: string; account: SocialAccount; invitationId: string | null },
): UserRecord | 'sign-up-not-allowed' {
  const { store, clock } = environment
  const { provider, account, invitationId } = options
  const idp_id = account.email.toLowerCase()
  const identity = store.identities.find(
    (each) => each.provider === provider && each.idp_id === idp_id,
  )
  const known =
    store.users.get(identity?.user_id ?? '') ?? findUserByEmail(environment, account.email)
  if (!known && !maySignUp(environment, { email: account.email, invitationId })) {
    return 'sign-up-not-allowed'
  }
  const user = known ?? createUser(environment, { ...account, password: { type: 'none' } })
  if (!identity) {
    store.identities.insert({
      id: newId('identity', clock.now()),
      user_id: user.id,
      provider,
      idp_id,
    })
  }
  return user
}

/** The provider's own tokens, where it is set up to hand them on. */
export function socialTokens(
  environment: Environment,
  { provider, scopes }: { provider: string; scopes: string[] },
): OAuthTokens | null {
  if (!findProvider(environment, provider)?.return_tokens) return null
  return {
    provider,
    access_token: randomToken(40),
    refresh_token: randomToken(40),
    expires_at: Math.floor(environment.clock.now() / 1000) + 3600,
    scopes: ['openid', 'email', 'profile', ...scopes],
  }
}

/** The environment's own connection to a social provider, which profiles are of. */
export function socialConnection(
  { store, clock }: Environment,
  provider: string,
): ConnectionRecord {
  const known = store.connections.find(
    ({ organization_id, connection_type }) =>
      organization_id === null && connection_type === provider,
  )
  if (known) return known
  let made: ConnectionRecord | undefined
  // It came with the provider's setting; only nobody had asked for it.
  store.silently(() => {
    made = store.connections.insert({
      id: newId('connection', clock.now()),
      organization_id: null,
      connection_type: provider,
      name: providerName(provider),
      state: 'active',
      ...recordedNow(clock),
    })
  })
  if (!made) throw new Error('A connection was not kept.')
  return made
}
