import type { Answer, Recorded } from '../../support/recording.ts'
import { pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'

/** A step that the model may demand between the first factor and the session. */
export type Demand =
  | 'email-verification'
  | 'mfa-enrollment'
  | 'mfa-challenge'
  | 'organization-selection'
  | 'radar-email-challenge'
  | 'radar-phone'
  | 'radar-sms-challenge'

export const demands: readonly Demand[] = [
  'email-verification',
  'mfa-enrollment',
  'mfa-challenge',
  'organization-selection',
  'radar-email-challenge',
  'radar-phone',
  'radar-sms-challenge',
]

export const password = 'correct horse battery staple'
export const rightCode = '123456'
export const organizations = [
  { id: 'org_1', name: 'Foo Corp' },
  { id: 'org_2', name: 'Bar Corp' },
]

const recorded = { created_at: pendingUser.created_at, updated_at: pendingUser.updated_at }
const ofUser = { user_id: pendingUser.id, expires_at: recorded.created_at, ...recorded }

interface Pending {
  readonly satisfied: readonly Demand[]
  /** The code or challenge that belongs to this token alone. */
  readonly challengeIds: Set<string>
  verificationId: string | undefined
}

/**
 * What the documentation says of WorkOS's token endpoint, small enough to be believed: after the
 * first factor it demands the given steps, one by one, each behind a pending token of its own.
 */
export function modelWorkOS(demanded: readonly Demand[]) {
  const pending = new Map<string, Pending>()
  const magicCodes = new Set<string>()
  const state = { tokens: 0, resetTokens: new Set(['reset_1']), password }
  /** The steps behind every session that was given out. */
  const sessions: (readonly Demand[])[] = []
  const revoked: unknown[] = []

  const problem = (code: string, status = 400): Answer => ({ status, body: { code, message: '' } })

  function advance(satisfied: readonly Demand[]): Answer {
    const next = demanded[satisfied.length]
    if (next === undefined) {
      sessions.push(satisfied)
      return { body: authenticateResult() }
    }
    const token = `pending_${++state.tokens}_secret`
    pending.set(token, { satisfied, challengeIds: new Set(), verificationId: undefined })
    return demandOf(next, token)
  }

  function redeemPending(body: Record<string, unknown>, step: Demand, accept: boolean): Answer {
    const token = String(body.pending_authentication_token)
    const found = pending.get(token)
    if (!found) return problem('invalid_pending_authentication_token')
    if (demanded[found.satisfied.length] !== step) return problem('invalid_request')
    if (!accept) return problem('invalid_one_time_code')
    pending.delete(token)
    return advance([...found.satisfied, step])
  }

  function demandedBy(body: Record<string, unknown>): Demand | undefined {
    const found = pending.get(String(body.pending_authentication_token))
    return found && demanded[found.satisfied.length]
  }

  function grant(body: Record<string, unknown>): Answer {
    const right = body.code === rightCode
    switch (body.grant_type) {
      case 'password':
        return body.password === state.password ? advance([]) : problem('invalid_credentials')
      case 'urn:workos:oauth:grant-type:magic-auth:code':
        if (!magicCodes.has(String(body.email)) || !right) return problem('invalid_one_time_code')
        magicCodes.delete(String(body.email))
        return advance([])
      case 'urn:workos:oauth:grant-type:email-verification:code':
        return redeemPending(body, 'email-verification', right)
      case 'urn:workos:oauth:grant-type:mfa-totp': {
        const step = demandedBy(body) === 'mfa-enrollment' ? 'mfa-enrollment' : 'mfa-challenge'
        const known = challenges.has(String(body.authentication_challenge_id))
        return redeemPending(body, step, right && known)
      }
      case 'urn:workos:oauth:grant-type:organization-selection': {
        const member = organizations.some(({ id }) => id === body.organization_id)
        return redeemPending(body, 'organization-selection', member)
      }
      case 'urn:workos:oauth:grant-type:radar-email-challenge:code': {
        const known = body.radar_challenge_id === 'radar_challenge_1'
        return redeemPending(body, 'radar-email-challenge', right && known)
      }
      case 'urn:workos:oauth:grant-type:radar-sms-challenge:code': {
        const signUp = demandedBy(body) === 'radar-phone'
        const verified = pending.get(String(body.pending_authentication_token))?.verificationId
        const known = !signUp || (verified !== undefined && body.verification_id === verified)
        return redeemPending(body, signUp ? 'radar-phone' : 'radar-sms-challenge', right && known)
      }
      default:
        return problem('invalid_request')
    }
  }

  const challenges = new Set<string>()
  const challenge = (factorId: string) => {
    const id = `auth_challenge_${challenges.size + 1}`
    challenges.add(id)
    return {
      object: 'authentication_challenge',
      id,
      authentication_factor_id: factorId,
      ...recorded,
    }
  }

  function answer({ path, body }: Recorded): Answer {
    const email = String(body.email)
    switch (path) {
      case '/user_management/authenticate':
        return grant(body)
      case '/user_management/magic_auth':
        magicCodes.add(email)
        return {
          status: 201,
          body: { object: 'magic_auth', id: 'magic_auth_1', ...ofUser, email, code: rightCode },
        }
      case '/user_management/password_reset': {
        if (email !== pendingUser.email) return { status: 404, body: { message: 'Not found.' } }
        const sent = { email, password_reset_token: 'reset_1', password_reset_url: '' }
        return {
          status: 201,
          body: { object: 'password_reset', id: 'password_reset_1', ...ofUser, ...sent },
        }
      }
      case '/user_management/password_reset/confirm':
        if (body.new_password === 'weak') return problem('password_strength_error')
        if (!state.resetTokens.delete(String(body.token))) return problem('password_reset_error')
        state.password = String(body.new_password)
        return { body: { user: pendingUser } }
      case '/user_management/users':
        if (email === 'taken@example.com') return problem('user_creation_error')
        state.password = String(body.password ?? password)
        return { status: 201, body: { ...pendingUser, email } }
      case `/user_management/users/${pendingUser.id}/auth_factors`:
        return {
          status: 201,
          body: {
            authentication_factor: {
              object: 'authentication_factor',
              id: 'auth_factor_new',
              type: 'totp',
              ...recorded,
              totp: {
                issuer: 'Orchard',
                user: pendingUser.email,
                secret: 'JBSWY3DP',
                uri: 'otpauth://totp/x',
                qr_code: 'data:image/png;base64,',
              },
            },
            authentication_challenge: challenge('auth_factor_new'),
          },
        }
      case '/auth/factors/auth_factor_1/challenge':
      case '/auth/factors/auth_factor_new/challenge':
        return { status: 201, body: challenge('auth_factor_1') }
      case '/user_management/radar_challenges': {
        const found = pending.get(String(body.pending_authentication_token))
        if (!found) return problem('invalid_pending_authentication_token')
        found.verificationId = `verification_${++state.tokens}`
        const sent = { verification_id: found.verificationId, phone_number: body.phone_number }
        return { status: 201, body: sent }
      }
      case '/user_management/invitations/by_token/invitation_1':
        return { body: invitation('pending') }
      case '/user_management/invitations/by_token/invitation_old':
        return { body: invitation('expired') }
      case '/user_management/sessions/revoke':
        revoked.push(body.session_id)
        return { body: {} }
      case '/user_management/email_verification/email_verification_1':
        return {
          body: {
            object: 'email_verification',
            id: 'email_verification_1',
            ...ofUser,
            email: pendingUser.email,
            code: rightCode,
          },
        }
      case `/user_management/users/${pendingUser.id}/email_verification/send`:
        return { body: { user: pendingUser } }
      default:
        return { status: 404, body: { message: `Not found: ${path}` } }
    }
  }

  return { answer, sessions, revoked, pendingTokens: () => [...pending.keys()] }
}

function invitation(state: string) {
  return {
    object: 'invitation',
    id: 'invitation_1',
    email: pendingUser.email,
    state,
    accepted_at: null,
    revoked_at: null,
    organization_id: 'org_1',
    inviter_user_id: null,
    accepted_user_id: null,
    role_slug: null,
    token: 'invitation_1',
    accept_invitation_url: 'https://example.authkit.app/invite',
    expires_at: recorded.created_at,
    ...recorded,
  }
}

function demandOf(demand: Demand, token: string): Answer {
  const wire = { message: '', pending_authentication_token: token, user: pendingUser }
  switch (demand) {
    case 'email-verification':
      return {
        status: 403,
        body: {
          code: 'email_verification_required',
          message: '',
          pending_authentication_token: token,
          email: pendingUser.email,
          email_verification_id: 'email_verification_1',
        },
      }
    case 'mfa-enrollment':
      return { status: 403, body: { code: 'mfa_enrollment', ...wire } }
    case 'mfa-challenge': {
      const authentication_factors = [
        { id: 'auth_factor_sms', type: 'sms' },
        { id: 'auth_factor_1', type: 'totp' },
      ]
      return { status: 403, body: { code: 'mfa_challenge', authentication_factors, ...wire } }
    }
    case 'organization-selection':
      return {
        status: 403,
        body: { code: 'organization_selection_required', organizations, ...wire },
      }
    case 'radar-email-challenge': {
      const body = { code: 'radar_challenge', radar_challenge_id: 'radar_challenge_1', ...wire }
      return { status: 403, body }
    }
    case 'radar-phone':
      return { status: 403, body: { code: 'radar_sign_up_challenge', ...wire } }
    case 'radar-sms-challenge':
      return { status: 403, body: { code: 'radar_sms_sign_in_challenge', ...wire } }
  }
}
