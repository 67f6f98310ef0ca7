import { nextRequirement, type Requirement } from '../authentication/requirement.ts'
import type { Environment } from '../environment.ts'
import type { Proof } from '../store/authenticationRecords.ts'
import type { FlowRecord, UserRecord } from '../store/records.ts'

/** Who has proved who they are in a visit, and what is still asked of them. */
export type Standing = { user: UserRecord; proof: Proof; requirement: Requirement }

/** What a visit asks for next; nothing as long as nobody has proved who they are. */
export function standingOf(environment: Environment, flow: FlowRecord): Standing | undefined {
  const { proof, request } = flow
  const user = proof && environment.store.users.get(proof.user_id)
  if (!user) return undefined
  const attempt = {
    proof,
    organizationId: flow.organization_id ?? request.organization_id,
    invitationId: request.invitation_id,
  }
  return { user, proof, requirement: nextRequirement(environment, { user, attempt }) }
}
