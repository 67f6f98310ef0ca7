import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, openEnum, pagination, recorded, timestamp } from './primitives.ts'

/** A second factor. */
export const authenticationFactorSchema = z.object({
  object: z.literal('authentication_factor'),
  id: z.string(),
  type: openEnum(['generic_otp', 'sms', 'totp', 'webauthn']),
  user_id: z.string().optional(),
  sms: z.object({ phone_number: z.string() }).optional(),
  totp: z.object({ issuer: z.string(), user: z.string() }).optional(),
  ...recorded,
})
/** {@link authenticationFactorSchema} as it travels. */
export type AuthenticationFactorWire = z.infer<typeof authenticationFactorSchema>

/** A second factor as its enrolment answers, the only time that its secret is shown. */
export const enrolledFactorSchema = authenticationFactorSchema.extend({
  totp: z
    .object({
      issuer: z.string(),
      user: z.string(),
      secret: z.string(),
      qr_code: z.string(),
      uri: z.string(),
    })
    .optional(),
})
/** {@link enrolledFactorSchema} as it travels. */
export type EnrolledFactorWire = z.infer<typeof enrolledFactorSchema>

/** A question that a code answers. */
export const authenticationChallengeSchema = z.object({
  object: z.literal('authentication_challenge'),
  id: z.string(),
  expires_at: timestamp.optional(),
  code: z.string().optional(),
  authentication_factor_id: z.string(),
  ...recorded,
})
/** {@link authenticationChallengeSchema} as it travels. */
export type AuthenticationChallengeWire = z.infer<typeof authenticationChallengeSchema>

/** Second factors that are not bound to AuthKit users. @see https://workos.com/docs/reference/mfa */
export const mfa = {
  enrollFactor: endpoint({
    method: 'POST',
    path: '/auth/factors/enroll',
    success: 201,
    body: z.object({
      type: z.enum(['generic_otp', 'sms', 'totp']),
      phone_number: z.string().optional(),
      totp_issuer: z.string().optional(),
      totp_user: z.string().optional(),
      user_id: z.string().optional(),
    }),
    result: enrolledFactorSchema,
  }),
  getFactor: endpoint({
    method: 'GET',
    path: '/auth/factors/{id}',
    success: 200,
    result: authenticationFactorSchema,
  }),
  deleteFactor: endpoint({
    method: 'DELETE',
    path: '/auth/factors/{id}',
    success: 204,
    result: nothing,
  }),
  challengeFactor: endpoint({
    method: 'POST',
    path: '/auth/factors/{id}/challenge',
    success: 201,
    body: z.object({ sms_template: z.string().optional() }),
    result: authenticationChallengeSchema,
  }),
  verifyChallenge: endpoint({
    method: 'POST',
    path: '/auth/challenges/{id}/verify',
    success: 201,
    body: z.object({ code: z.string() }),
    result: z.object({ challenge: authenticationChallengeSchema, valid: z.boolean() }),
  }),
}

/** Second factors of AuthKit users. */
export const userFactors = {
  list: endpoint({
    method: 'GET',
    path: '/user_management/users/{user_id}/auth_factors',
    success: 200,
    query: z.object(pagination),
    result: listOf(authenticationFactorSchema),
  }),
  enroll: endpoint({
    method: 'POST',
    path: '/user_management/users/{user_id}/auth_factors',
    success: 201,
    body: z.object({
      type: z.literal('totp'),
      totp_issuer: z.string().optional(),
      totp_user: z.string().optional(),
      totp_secret: z.string().optional(),
    }),
    result: z.object({
      authentication_factor: enrolledFactorSchema,
      authentication_challenge: authenticationChallengeSchema,
    }),
  }),
}
