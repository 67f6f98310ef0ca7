import { methodOf } from '../../client/methods.ts'
import type { Context } from '../../context.ts'
import {
  emailVerification,
  invitations,
  magicAuth,
  mfa,
  passwordReset,
  radarChallenges,
  sessions,
  userFactors,
  users,
} from '../../contract/index.ts'

/** The calls that a flow makes beside the grants. */
export type FlowApi = ReturnType<typeof flowApi>

/** Binds them to an environment: these, and not the whole client. */
export function flowApi(context: Context) {
  return {
    createUser: methodOf(context, users.create),
    createMagicAuth: methodOf(context, magicAuth.create),
    createPasswordReset: methodOf(context, passwordReset.create),
    confirmPasswordReset: methodOf(context, passwordReset.confirm),
    getEmailVerification: methodOf(context, emailVerification.get),
    sendEmailVerification: methodOf(context, emailVerification.send),
    enrollFactor: methodOf(context, userFactors.enroll),
    challengeFactor: methodOf(context, mfa.challengeFactor),
    sendRadarSms: methodOf(context, radarChallenges.sendSms),
    getInvitationByToken: methodOf(context, invitations.getByToken),
    revokeSession: methodOf(context, sessions.revoke),
  }
}
