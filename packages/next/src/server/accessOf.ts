import {
  type AccessDecision,
  type AccessRequirement,
  checkAccess,
  type SessionClaims,
} from '@latchkey/core'
import type { AuthState } from './auth.ts'
import type { ApiKeyAuth, Credential } from './credential.ts'

/** What is decided about somebody who is known; where nobody is, `unknown`. */
export type Access = AccessDecision | { readonly status: 'unknown' }

/** Whether a caller has what is required, whatever they identified themselves by. */
export function accessOf(
  state: AuthState<unknown, Credential>,
  requirement: AccessRequirement,
  now: number,
): Access {
  switch (state.status) {
    case 'signed-out':
    case 'unavailable':
      return { status: 'unknown' }
    case 'api-key':
      return checkAccess(claimsOf(state), requirement, { now })
    case 'bearer':
    case 'signed-in':
      return checkAccess(state.claims, requirement, { now })
  }
}

/** A key has permissions in an organization and nothing else: no role, no flags, no proof of identity. */
function claimsOf({ organizationId, permissions, apiKey }: ApiKeyAuth): SessionClaims {
  return {
    userId: '',
    sessionId: '',
    organizationId,
    role: undefined,
    roles: [],
    permissions,
    entitlements: [],
    featureFlags: [],
    actor: undefined,
    authTime: undefined,
    issuedAt: 0,
    expiresAt: apiKey.expiresAt === null ? 0 : Date.parse(apiKey.expiresAt) / 1000,
  }
}
