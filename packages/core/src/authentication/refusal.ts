import type * as z from 'zod'
import { camelize } from '../client/casing.ts'
import {
  authenticationMethodsRequiredSchema,
  emailVerificationRequiredSchema,
  errorBodySchema,
  hostedStepSchema,
  mfaChallengeSchema,
  mfaEnrollmentSchema,
  organizationSelectionRequiredSchema,
  radarEmailChallengeSchema,
  radarSmsChallengeSchema,
  ssoRequiredSchema,
} from '../contract/index.ts'
import { type AuthenticationFailed, failureOf } from './failure.ts'
import type { NextStep, PendingUser, RadarSmsChallengeRequired } from './nextStep.ts'

/** An answer of the token endpoint that is not a session. */
export interface Refusal {
  readonly status: number
  /** The body, whichever envelope it came in. */
  readonly body: unknown
  /** WorkOS's code, or `http_400` and the like where the body has none. */
  readonly rawCode: string
  readonly requestId: string | undefined
}

type Reader = (body: unknown) => NextStep | undefined

/** The one variant that has a message only. */
const SSO_MESSAGE = 'Must use SSO for selected organization'

const radarEmailChallenge = reader(radarEmailChallengeSchema, (data) => ({
  status: 'radar-email-challenge',
  radarChallengeId: data.radar_challenge_id,
  ...pendingOf(data),
}))

const mfaChallenge = reader(mfaChallengeSchema, (data) => ({
  status: 'mfa-challenge',
  factors: data.authentication_factors,
  ...pendingOf(data),
}))

const ssoRequired = reader(ssoRequiredSchema, (data) => ({
  status: 'sso-required',
  pendingAuthenticationToken: data.pending_authentication_token ?? undefined,
  email: data.email,
  connectionIds: data.connection_ids,
}))

/** The step behind each code; SDKs and specification spell some of them differently. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'email_verification_required',
    reader(emailVerificationRequiredSchema, (data) => ({
      status: 'email-verification',
      email: data.email ?? data.user?.email,
      emailVerificationId: data.email_verification_id,
      ...pendingOf(data),
    })),
  ],
  ['mfa_enrollment', maybePending(mfaEnrollmentSchema, 'mfa-enrollment')],
  ['mfa_challenge', mfaChallenge],
  ['mfa_verification', mfaChallenge],
  [
    'organization_selection_required',
    reader(organizationSelectionRequiredSchema, (data) => ({
      status: 'organization-selection',
      organizations: data.organizations,
      ...pendingOf(data),
    })),
  ],
  ['sso_required', ssoRequired],
  [
    'organization_authentication_methods_required',
    reader(authenticationMethodsRequiredSchema, (data) => ({
      status: 'authentication-methods-required',
      pendingAuthenticationToken: data.pending_authentication_token ?? undefined,
      email: data.email,
      ssoConnectionIds: data.sso_connection_ids,
      methods: Object.keys(data.auth_methods).filter((method) => data.auth_methods[method]),
    })),
  ],
  ['radar_challenge', radarEmailChallenge],
  ['radar_email_challenge', radarEmailChallenge],
  ['radar_sms_challenge', radarSmsChallenge(undefined)],
  ['radar_sign_up_challenge', radarSmsChallenge('sign-up')],
  ['radar_sms_sign_in_challenge', radarSmsChallenge('sign-in')],
  ['passkey_progressive_enrollment', maybePending(hostedStepSchema, 'passkey-enrollment')],
  ['application_consent_required', maybePending(hostedStepSchema, 'consent-required')],
  ['authorization_pending', () => ({ status: 'pending', slowDown: false })],
  ['slow_down', () => ({ status: 'pending', slowDown: true })],
])

/** What a refusal means: the next step where it names one, a coded failure otherwise. */
export function readRefusal({
  status,
  body,
  rawCode,
  requestId,
}: Refusal): NextStep | AuthenticationFailed {
  const read = isSsoMessage(body) ? ssoRequired : readers.get(rawCode)
  if (!read) return failureOf({ status, rawCode, requestId })
  return read(body) ?? { status: 'failed', code: 'api_response_invalid', rawCode, requestId }
}

function isSsoMessage(body: unknown): boolean {
  return errorBodySchema.safeParse(body).data?.message === SSO_MESSAGE
}

function reader<Schema extends z.ZodType>(
  schema: Schema,
  toStep: (data: z.output<Schema>) => NextStep,
): Reader {
  return (body) => {
    const parsed = schema.safeParse(body)
    return parsed.success ? toStep(parsed.data) : undefined
  }
}

function maybePending(
  schema: typeof mfaEnrollmentSchema,
  status: 'mfa-enrollment' | 'passkey-enrollment' | 'consent-required',
): Reader {
  return reader(schema, ({ pending_authentication_token, user }) => ({
    status,
    pendingAuthenticationToken: pending_authentication_token,
    user: userOf(user),
  }))
}

function radarSmsChallenge(during: RadarSmsChallengeRequired['during']): Reader {
  return reader(radarSmsChallengeSchema, (data) => ({
    status: 'radar-sms-challenge',
    during,
    ...pendingOf(data),
  }))
}

type PendingWire = z.output<typeof radarSmsChallengeSchema>

function pendingOf({ pending_authentication_token, user }: PendingWire) {
  return { pendingAuthenticationToken: pending_authentication_token, user: userOf(user) }
}

function userOf(user: PendingWire['user']): PendingUser | undefined {
  // Absent and `undefined` are the same to whoever reads a pending user.
  return user && (camelize(user) as PendingUser)
}
