import * as z from 'zod'
import { methodOf } from '../../client/methods.ts'
import type { Context } from '../../context.ts'
import { endpoint, nothing, sessions, userSchema, users } from '../../contract/index.ts'

const email = { email: z.string() }
const visitor = { ip_address: z.string().optional(), user_agent: z.string().optional() }
const challenge = z.object({ id: z.string() })

/** What a flow needs of endpoints whose whole declarations belong to the contract. */
const endpoints = {
  createMagicAuth: endpoint({
    method: 'POST',
    path: '/user_management/magic_auth',
    success: 201,
    body: z.object({ ...email, invitation_token: z.string().optional(), ...visitor }),
    result: z.object({
      ...email,
      code: z.string(),
      expires_at: z.string(),
      radar_auth_attempt_id: z.string().optional(),
    }),
  }),
  createPasswordReset: endpoint({
    method: 'POST',
    path: '/user_management/password_reset',
    success: 201,
    body: z.object(email),
    result: z.object({
      ...email,
      password_reset_token: z.string(),
      password_reset_url: z.string(),
      expires_at: z.string(),
    }),
  }),
  confirmPasswordReset: endpoint({
    method: 'POST',
    path: '/user_management/password_reset/confirm',
    success: 200,
    body: z.object({ token: z.string(), new_password: z.string() }),
    result: z.object({ user: userSchema }),
  }),
  getEmailVerification: endpoint({
    method: 'GET',
    path: '/user_management/email_verification/{id}',
    success: 200,
    result: z.object({ user_id: z.string() }),
  }),
  sendEmailVerification: endpoint({
    method: 'POST',
    path: '/user_management/users/{id}/email_verification/send',
    success: 200,
    result: nothing,
  }),
  enrollFactor: endpoint({
    method: 'POST',
    path: '/user_management/users/{id}/auth_factors',
    success: 201,
    body: z.object({
      type: z.literal('totp'),
      totp_issuer: z.string().optional(),
      totp_user: z.string().optional(),
    }),
    result: z.object({
      authentication_factor: z.object({
        id: z.string(),
        totp: z.object({ secret: z.string(), uri: z.string(), qr_code: z.string() }),
      }),
      authentication_challenge: challenge,
    }),
  }),
  challengeFactor: endpoint({
    method: 'POST',
    path: '/auth/factors/{id}/challenge',
    success: 201,
    body: z.object({ sms_template: z.string().optional() }),
    result: challenge,
  }),
  getInvitationByToken: endpoint({
    method: 'GET',
    path: '/user_management/invitations/by_token/{token}',
    success: 200,
    result: z.object({
      ...email,
      state: z.string(),
      organization_id: z.string().nullable(),
    }),
  }),
  createRadarChallenge: endpoint({
    method: 'POST',
    path: '/user_management/radar_challenges',
    success: 201,
    body: z.object({
      user_id: z.string(),
      pending_authentication_token: z.string(),
      phone_number: z.string(),
      ...visitor,
    }),
    result: z.object({ verification_id: z.string(), phone_number: z.string() }),
  }),
}

/** The calls that a flow makes beside the grants. */
export type FlowApi = ReturnType<typeof flowApi>

/** Binds them to an environment. */
export function flowApi(context: Context) {
  return {
    createMagicAuth: methodOf(context, endpoints.createMagicAuth),
    createPasswordReset: methodOf(context, endpoints.createPasswordReset),
    confirmPasswordReset: methodOf(context, endpoints.confirmPasswordReset),
    getEmailVerification: methodOf(context, endpoints.getEmailVerification),
    sendEmailVerification: methodOf(context, endpoints.sendEmailVerification),
    enrollFactor: methodOf(context, endpoints.enrollFactor),
    challengeFactor: methodOf(context, endpoints.challengeFactor),
    getInvitationByToken: methodOf(context, endpoints.getInvitationByToken),
    createRadarChallenge: methodOf(context, endpoints.createRadarChallenge),
    createUser: methodOf(context, users.create),
    revokeSession: methodOf(context, sessions.revoke),
  }
}
