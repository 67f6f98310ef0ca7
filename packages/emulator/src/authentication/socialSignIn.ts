import type { Environment } from '../environment.ts'
import type { OAuthTokens } from '../store/authenticationRecords.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
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
