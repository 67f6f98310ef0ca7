import { authenticatorFor, enrollFactor } from '../authentication/factor.ts'
import { usualSettings } from '../authentication/settings.ts'
import { saveProfile } from '../authentication/singleSignOn.ts'
import { findUserByEmail } from '../authentication/user.ts'
import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { OrganizationRecord, UserRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { organizationNamed } from './organizationNamed.ts'
import type { ParsedSeed } from './seed.ts'

const day = 24 * 60 * 60 * 1000

/** How people may sign in to the environment, as the seed says. */
export function addSettings({ store, clientId }: Environment, seed: ParsedSeed): void {
  const { authentication } = seed
  store.authenticationSettings.insert({
    id: clientId,
    ...usualSettings,
    ...(authentication && {
      password: authentication.password,
      magic_auth: authentication.magicAuth,
      sign_up: authentication.signUp,
      mfa: authentication.mfa === 'required',
      providers: authentication.providers.map(({ provider, returnTokens }) => ({
        provider,
        return_tokens: returnTokens,
      })),
    }),
  })
}

/** An organization's policy and its SSO connections, with the people their providers know. */
export function addConnections(
  environment: Environment,
  organization: OrganizationRecord,
  { policy, connections }: ParsedSeed['organizations'][number],
): void {
  const { store, clock } = environment
  const now = clock.now()
  if (policy) {
    store.organizationPolicies.insert({
      id: organization.id,
      methods: policy.methods ?? null,
      mfa: policy.mfa === 'required',
    })
  }
  for (const { id, name, type, state, people } of connections) {
    const connection = store.connections.insert({
      id: id ?? newId('connection', now),
      organization_id: organization.id,
      connection_type: type,
      name,
      state,
      created_at: isoTime(now),
      updated_at: isoTime(now),
    })
    for (const { email, idpId, firstName, lastName, groups, attributes } of people) {
      saveProfile(environment, {
        connection,
        assertion: {
          idp_id: idpId ?? email.toLowerCase(),
          email,
          first_name: firstName ?? null,
          last_name: lastName ?? null,
          groups,
          custom_attributes: attributes,
        },
      })
    }
  }
}

/** What somebody signs in with besides a password. */
export function addFactors(
  environment: Environment,
  user: UserRecord,
  { factors, identities }: ParsedSeed['users'][number],
): void {
  for (const { id, secret } of factors) {
    enrollFactor(environment, {
      ...(id !== undefined && { id }),
      userId: user.id,
      factor: { type: 'totp', ...authenticatorFor(environment, user, secret) },
      verified: true,
    })
  }
  for (const provider of identities) {
    environment.store.identities.insert({
      id: newId('identity', environment.clock.now()),
      user_id: user.id,
      provider,
      idp_id: user.email.toLowerCase(),
    })
  }
}

/** An invitation that waits to be accepted. */
export function addInvitation(
  environment: Environment,
  seed: ParsedSeed['invitations'][number],
): void {
  const { store, clock } = environment
  const now = clock.now()
  const inviter =
    seed.inviter === undefined ? undefined : findUserByEmail(environment, seed.inviter)
  store.invitations.insert({
    id: seed.id ?? newId('invitation', now),
    email: seed.email,
    state: 'pending',
    accepted_at: null,
    revoked_at: null,
    expires_at: isoTime(now + seed.expiresInDays * day),
    organization_id:
      seed.organization === undefined ? null : organizationNamed(environment, seed.organization).id,
    inviter_user_id: inviter?.id ?? null,
    accepted_user_id: null,
    role_slug: seed.role ?? null,
    token: seed.token ?? randomToken(),
    created_at: isoTime(now),
    updated_at: isoTime(now),
  })
}
