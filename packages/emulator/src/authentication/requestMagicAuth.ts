import type { Environment } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { invitationState, isInvited } from './invitation.ts'
import { sendMagicAuth } from './magicAuth.ts'
import { settingsOf } from './settings.ts'
import { createUser, findUserByEmail } from './user.ts'

/** Whether somebody may make an account: everybody, or those with an invitation. */
export function maySignUp(
  environment: Environment,
  { email, invitationId }: { email: string; invitationId: string | null },
): boolean {
  if (settingsOf(environment).sign_up) return true
  const invitation = environment.store.invitations.get(invitationId ?? '')
  if (!invitation || invitationState(environment, invitation) !== 'pending') return false
  return isInvited(invitation, email)
}

/** Emails a code. An unknown address gets its account with it, where accounts may be made. */
export function requestMagicAuth(
  environment: Environment,
  wish: { email: string; invitationId: string | null },
): EmailedCodeRecord | 'sign-up-not-allowed' {
  const known = findUserByEmail(environment, wish.email)
  if (!known && !maySignUp(environment, wish)) return 'sign-up-not-allowed'
  const user = known ?? createUser(environment, { email: wish.email, password: { type: 'none' } })
  return sendMagicAuth(environment, user)
}
