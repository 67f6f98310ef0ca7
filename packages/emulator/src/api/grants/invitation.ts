import { findOpenInvitation, isInvited } from '../../authentication/invitation.ts'
import type { Environment } from '../../environment.ts'
import type { InvitationRecord } from '../../store/authenticationRecords.ts'
import { oauthError } from '../apiError.ts'

/** The invitation that a grant brings along; refused when it is not open, or not for the address. */
export function invitationOf(
  environment: Environment,
  { invitation_token, email }: { invitation_token: string | undefined; email: string },
): InvitationRecord | undefined {
  if (invitation_token === undefined) return undefined
  const invitation = findOpenInvitation(environment, invitation_token)
  if (!invitation) throw oauthError('invitation_invalid', 'The invitation is not valid.')
  if (!isInvited(invitation, email)) {
    throw oauthError(
      'invitation_cannot_be_used_for_email',
      `The invitation cannot be used for '${email}'.`,
    )
  }
  return invitation
}
