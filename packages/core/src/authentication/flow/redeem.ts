import type { BoundGrants } from '../grants/boundGrants.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import type { Visitor } from '../visitor.ts'
import type { FlowGrant } from './flowDecision.ts'

/** Redeems the grant that a flow wants redeemed. */
export function redeem(
  { grants, visitor }: { grants: BoundGrants; visitor: Visitor },
  grant: FlowGrant,
): Promise<AuthenticationOutcome> {
  switch (grant.kind) {
    case 'password': {
      const { kind: _, ...input } = grant
      return grants.authenticateWithPassword({ ...input, ...visitor })
    }
    case 'magic-code': {
      const { kind: _, ...input } = grant
      return grants.authenticateWithMagicAuth({ ...input, ...visitor })
    }
    case 'email-verification':
      return grants.authenticateWithEmailVerification({
        code: grant.code,
        pendingAuthenticationToken: grant.pendingToken,
        ...visitor,
      })
    case 'totp':
      return grants.authenticateWithTotp({
        code: grant.code,
        authenticationChallengeId: grant.challengeId,
        pendingAuthenticationToken: grant.pendingToken,
        ...visitor,
      })
    case 'organization-selection':
      return grants.authenticateWithOrganizationSelection({
        organizationId: grant.organizationId,
        pendingAuthenticationToken: grant.pendingToken,
        ...visitor,
      })
    case 'radar-email':
      return grants.authenticateWithRadarEmailChallenge({
        code: grant.code,
        radarChallengeId: grant.radarChallengeId,
        pendingAuthenticationToken: grant.pendingToken,
        ...visitor,
      })
    case 'radar-sms':
      return grants.authenticateWithRadarSmsChallenge({
        code: grant.code,
        verification: grant.verification,
        pendingAuthenticationToken: grant.pendingToken,
        ...visitor,
      })
  }
}
