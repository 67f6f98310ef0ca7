import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { nothing, openEnum, recorded, timestamp } from './primitives.ts'

/** A question that Radar put to somebody suspicious. */
export const radarChallengeSchema = z.object({
  object: z.literal('radar_challenge'),
  id: z.string(),
  type: z.literal('email'),
  user_id: z.string(),
  email: z.string(),
  expires_at: timestamp,
  code: z.string(),
  ...recorded,
})
/** {@link radarChallengeSchema} as it travels. */
export type RadarChallengeWire = z.infer<typeof radarChallengeSchema>

/** The risk engine, for sign-in forms that are not AuthKit’s. @see https://workos.com/docs/reference/radar */
export const radar = {
  createAttempt: endpoint({
    method: 'POST',
    path: '/radar/attempts',
    success: 200,
    body: z.object({
      ip_address: z.string(),
      user_agent: z.string(),
      email: z.string(),
      auth_method: z.enum([
        'Password',
        'Passkey',
        'Authenticator',
        'SMS_OTP',
        'Email_OTP',
        'Social',
        'SSO',
        'Other',
      ]),
      action: z.enum(['sign-up', 'sign-in']),
      signals_id: z.string().optional(),
    }),
    result: z.object({
      verdict: openEnum(['allow', 'block', 'challenge']),
      reason: z.string(),
      attempt_id: z.string(),
      control: openEnum([
        'bot_detection',
        'brute_force_attack',
        'impossible_travel',
        'repeat_sign_up',
        'stale_account',
        'unrecognized_device',
        'restriction',
      ]).optional(),
      blocklist_type: openEnum([
        'ip_address',
        'domain',
        'email',
        'device',
        'user_agent',
        'device_fingerprint',
        'country',
      ]).optional(),
    }),
  }),
  updateAttempt: endpoint({
    method: 'PUT',
    path: '/radar/attempts/{id}',
    success: 204,
    body: z.object({
      challenge_status: z.literal('success').optional(),
      attempt_status: z.literal('success').optional(),
    }),
    result: nothing,
  }),
  addListEntry: endpoint({
    method: 'POST',
    path: '/radar/lists/{type}/{action}',
    success: 200,
    body: z.object({ entry: z.string() }),
    result: z.object({ message: z.string() }).or(nothing),
  }),
  removeListEntry: endpoint({
    method: 'DELETE',
    path: '/radar/lists/{type}/{action}',
    success: 204,
    body: z.object({ entry: z.string() }),
    result: nothing,
  }),
}

/** Challenges in AuthKit flows. */
export const radarChallenges = {
  sendSms: endpoint({
    method: 'POST',
    path: '/user_management/radar_challenges',
    success: 201,
    body: z.object({
      user_id: z.string(),
      pending_authentication_token: z.string(),
      phone_number: z.string(),
      ip_address: z.string().optional(),
      user_agent: z.string().optional(),
    }),
    result: z.object({ verification_id: z.string(), phone_number: z.string() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/user_management/radar_challenges/{id}',
    success: 200,
    result: radarChallengeSchema,
  }),
}
