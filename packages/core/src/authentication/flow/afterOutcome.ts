import type { AuthenticationFailed } from '../failure.ts'
import type {
  AuthenticationMethodsRequired,
  MfaChallengeRequired,
  MfaEnrollmentRequired,
  RadarSmsChallengeRequired,
  SsoRequired,
} from '../nextStep.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { ask, type FlowDecision, run } from './flowDecision.ts'
import { problemOf } from './flowProblem.ts'
import { type FlowMethod, type FlowState, moveTo } from './flowState.ts'
import { handOverTo } from './handOver.ts'

/** What the answer of WorkOS leads to. */
export function afterOutcome(state: FlowState, outcome: AuthenticationOutcome): FlowDecision {
  switch (outcome.status) {
    case 'authenticated':
      return { type: 'signed-in', state, authenticated: outcome }
    case 'failed':
      return afterFailure(state, outcome)
    case 'unavailable':
      return ask(state, { code: 'unavailable', retryAfter: outcome.retryAfter })
    case 'email-verification':
      return ask(
        moveTo(
          { ...state, email: outcome.email ?? state.email },
          {
            name: outcome.status,
            pendingToken: outcome.pendingAuthenticationToken,
            userId: outcome.user?.id,
            emailVerificationId: outcome.emailVerificationId,
          },
        ),
      )
    case 'mfa-enrollment':
      return enroll(state, outcome)
    case 'mfa-challenge':
      return challenge(state, outcome)
    case 'organization-selection':
      return ask(
        moveTo(state, {
          name: outcome.status,
          pendingToken: outcome.pendingAuthenticationToken,
          organizations: [...outcome.organizations],
        }),
      )
    case 'sso-required':
      return sso(state, outcome)
    case 'authentication-methods-required':
      return restrict(state, outcome)
    case 'radar-email-challenge':
      return ask(
        moveTo(state, {
          name: outcome.status,
          pendingToken: outcome.pendingAuthenticationToken,
          radarChallengeId: outcome.radarChallengeId,
        }),
      )
    case 'radar-sms-challenge':
      return radarSms(state, outcome)
    case 'passkey-enrollment':
    case 'consent-required':
      return handOverTo(moveTo(state, { name: 'credential' }), {}, 'hosted-step')
    case 'pending':
      return ask(state, { code: 'refused', rawCode: 'authorization_pending' })
  }
}

/** A wrong submission keeps the state, unless WorkOS has forgotten what it belongs to. */
function afterFailure(state: FlowState, failure: AuthenticationFailed): FlowDecision {
  const { at } = state
  const problem = problemOf(failure)
  if (problem.code === 'sign_in_over') {
    return ask(moveTo(state, { name: 'credential' }), problem)
  }
  switch (at.name) {
    case 'new-password':
      return ask(moveTo(state, { name: 'credential' }), problem)
    case 'mfa-challenge':
    case 'mfa-enrollment':
      // The challenge is spent; the next code gets a new one.
      return problem.code === 'code_invalid'
        ? ask(state, problem)
        : ask(moveTo(state, { ...at, challengeId: undefined }), problem)
    case 'radar-sms-challenge': {
      const { pendingToken, userId } = at
      const wantsPhone =
        failure.code === 'phone_number_required' || failure.code === 'verification_id_required'
      return wantsPhone && userId !== undefined
        ? ask(moveTo(state, { name: 'radar-phone', pendingToken, userId }))
        : ask(state, problem)
    }
    default:
      return ask(state, problem)
  }
}

function enroll(
  state: FlowState,
  { pendingAuthenticationToken: pendingToken, user }: MfaEnrollmentRequired,
): FlowDecision {
  if (pendingToken === undefined || !user) {
    return handOverTo(moveTo(state, { name: 'credential' }), {}, 'hosted-step')
  }
  const userId = user.id
  return run(moveTo(state, { name: 'mfa-enrollment', pendingToken, userId }), {
    type: 'enroll-factor',
    userId,
    email: state.email,
  })
}

function challenge(
  state: FlowState,
  { pendingAuthenticationToken: pendingToken, factors }: MfaChallengeRequired,
): FlowDecision {
  const factor = factors.find(({ type }) => type === 'totp') ?? factors[0]
  if (!factor) return handOverTo(moveTo(state, { name: 'credential' }), {}, 'hosted-step')
  const factorId = factor.id
  return run(
    moveTo(state, { name: 'mfa-challenge', pendingToken, factorId, factors: [...factors] }),
    { type: 'challenge-factor', factorId, code: undefined },
  )
}

function sso(
  state: FlowState,
  { connectionIds, email, pendingAuthenticationToken: pendingToken }: SsoRequired,
): FlowDecision {
  const at = { name: 'sso', pendingToken } as const
  const next = {
    ...moveTo(state, at),
    email: email ?? state.email,
    connectionIds: [...connectionIds],
  }
  const [connectionId, ...others] = connectionIds
  if (connectionId === undefined) {
    return handOverTo(next, { organizationId: state.organizationId }, 'sso')
  }
  return others.length === 0 ? handOverTo(next, { connectionId }, 'sso') : ask(next)
}

const methods: Readonly<Record<string, FlowMethod>> = {
  password: 'password',
  magic_auth: 'magic-code',
  apple_oauth: 'AppleOAuth',
  github_oauth: 'GitHubOAuth',
  google_oauth: 'GoogleOAuth',
  microsoft_oauth: 'MicrosoftOAuth',
}

/** The organization's policy wins over what the product offers. */
function restrict(state: FlowState, outcome: AuthenticationMethodsRequired): FlowDecision {
  const pendingToken = outcome.pendingAuthenticationToken
  return ask(
    {
      ...moveTo(state, { name: 'credential', pendingToken }),
      methods: outcome.methods.flatMap((method) => methods[method] ?? []),
      connectionIds: [...outcome.ssoConnectionIds],
    },
    { code: 'method_not_allowed' },
  )
}

function radarSms(
  state: FlowState,
  { during, pendingAuthenticationToken: pendingToken, user }: RadarSmsChallengeRequired,
): FlowDecision {
  if (during === 'sign-up') {
    return user
      ? ask(moveTo(state, { name: 'radar-phone', pendingToken, userId: user.id }))
      : handOverTo(moveTo(state, { name: 'credential' }), {}, 'hosted-step')
  }
  return ask(moveTo(state, { name: 'radar-sms-challenge', pendingToken, userId: user?.id }))
}
