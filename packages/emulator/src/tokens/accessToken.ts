import type { AccessTokenClaimsWire } from '@latchkey/core/contract'
import { flagsFor } from '../authorization/featureFlags.ts'
import { rolesIn } from '../authorization/roles.ts'
import type { Environment } from '../environment.ts'
import { ulid } from '../store/id.ts'
import type { SessionRecord } from '../store/records.ts'
import { templateClaims } from './templateClaims.ts'

/** Signs an access token for the session as things stand now: roles and flags are read afresh. */
export async function signAccessToken(
  environment: Environment,
  session: SessionRecord,
): Promise<string> {
  // Loaded here because nobody signs in while the emulator starts.
  const { SignJWT } = await import('jose')
  const { kid, privateKey } = await environment.signingKeys.current()
  const claims = { ...claimsFor(environment, session), ...templateClaims(environment, session) }
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey)
}

function claimsFor(environment: Environment, session: SessionRecord): AccessTokenClaimsWire {
  const now = environment.clock.now()
  const issuedAt = Math.floor(now / 1000)
  const feature_flags = flagsFor(environment, [session.user_id, session.organization_id]).map(
    ({ slug }) => slug,
  )
  return {
    iss: environment.issuer,
    sub: session.user_id,
    sid: session.id,
    jti: ulid(now),
    client_id: session.client_id,
    auth_time: Math.floor(session.authenticated_at / 1000),
    iat: issuedAt,
    exp: issuedAt + environment.accessTokenTtl,
    ...(session.impersonator && { act: { sub: session.impersonator.email } }),
    ...(session.organization_id === null
      ? {}
      : organizationClaims(environment, session.user_id, session.organization_id)),
    ...(feature_flags.length > 0 && { feature_flags }),
  }
}

function organizationClaims(
  environment: Environment,
  userId: string,
  organizationId: string,
): Partial<AccessTokenClaimsWire> {
  const { store } = environment
  const organization = store.organizations.get(organizationId)
  const membership = store.memberships.find(
    ({ user_id, organization_id }) => user_id === userId && organization_id === organizationId,
  )
  if (!organization || !membership) return {}

  const roles = rolesIn(environment, organizationId).filter(({ slug }) =>
    membership.role_slugs.includes(slug),
  )
  const permissions = new Set(roles.flatMap((role) => role.permissions))
  const { entitlements } = organization
  return {
    org_id: organizationId,
    role: membership.role_slugs[0],
    roles: membership.role_slugs,
    permissions: [...permissions],
    ...(entitlements.length > 0 && { entitlements }),
  }
}
