import * as z from 'zod'
import { userSchema } from './user.ts'

/** The person of a sign-in that is not over yet; only the id is certain. */
export const pendingUserSchema = userSchema.partial().extend({ id: z.string() })

const pendingToken = z.string().min(1)
const pendingPerson = {
  pending_authentication_token: pendingToken,
  user: pendingUserSchema.optional(),
}

/** WorkOS waits for the code that it sent to the address. 403, plain envelope. */
export const emailVerificationRequiredSchema = z.object({
  ...pendingPerson,
  email: z.string().optional(),
  email_verification_id: z.string().optional(),
})

/**
 * The policy wants a second factor and there is none. 403 plain with a pending token; 400 OAuth
 * without one where a session is refreshed.
 */
export const mfaEnrollmentSchema = z.object({
  ...pendingPerson,
  pending_authentication_token: pendingToken.optional(),
})

/** A second factor to prove. 403, plain envelope. */
export const mfaChallengeSchema = z.object({
  ...pendingPerson,
  authentication_factors: z.array(z.object({ id: z.string(), type: z.string() })).default([]),
})

/** Several organizations, one to be chosen. 403, plain envelope. */
export const organizationSelectionRequiredSchema = z.object({
  ...pendingPerson,
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** Only the organization's identity provider will do. 400, OAuth envelope. */
export const ssoRequiredSchema = z.object({
  pending_authentication_token: pendingToken.nullish(),
  email: z.string().optional(),
  connection_ids: z.array(z.string()).default([]),
})

/** Only some methods will do; `auth_methods` says which. 400, OAuth envelope. */
export const authenticationMethodsRequiredSchema = z.object({
  pending_authentication_token: pendingToken.nullish(),
  email: z.string().optional(),
  sso_connection_ids: z.array(z.string()).default([]),
  auth_methods: z.record(z.string(), z.boolean()).default({}),
})

/** Radar wants the code that it sent by email. 403, plain envelope. */
export const radarEmailChallengeSchema = z.object({
  ...pendingPerson,
  radar_challenge_id: z.string(),
})

/** Radar wants the code that it sends by SMS. 403, plain envelope. */
export const radarSmsChallengeSchema = z.object(pendingPerson)

/** Steps that only hosted AuthKit can show: a passkey to enrol, a consent to give. 403, plain. */
export const hostedStepSchema = z.object({
  ...pendingPerson,
  pending_authentication_token: pendingToken.optional(),
})
