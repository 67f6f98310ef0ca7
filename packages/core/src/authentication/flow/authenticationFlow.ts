import {
  type CallbackFailed,
  type CallbackRequest,
  type RedeemedCallback,
  redeemCallback,
} from '../../authorization/redeemCallback.ts'
import { safeReturnTo } from '../../authorization/returnTo.ts'
import { startSignIn } from '../../authorization/signIn.ts'
import type { Context } from '../../context.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthKit } from '../../kit.ts'
import { decodeSessionClaims } from '../../session/claims.ts'
import type { Cookies } from '../../session/cookies.ts'
import type { Session } from '../../session/seal.ts'
import type { SignedIn } from '../../session/state.ts'
import type { Authenticated } from '../outcome.ts'
import type { Visitor } from '../visitor.ts'
import { flowApi } from './api.ts'
import { ask, type FlowDecision, run } from './flowDecision.ts'
import type { FlowOptions, FlowRequest, FlowStart, SessionVerdict } from './flowOptions.ts'
import type { FlowProblem } from './flowProblem.ts'
import type { FlowResult } from './flowResult.ts'
import { openFlow, sealFlow } from './flowSeal.ts'
import { type FlowState, moveTo } from './flowState.ts'
import { stepOf } from './flowStep.ts'
import { emailSchema, flowSubmissionSchema } from './flowSubmission.ts'
import { perform } from './perform.ts'
import { transition } from './transition.ts'

/** A product's own sign-in forms, one submission at a time. */
export interface AuthenticationFlow<Declared = unknown> {
  /** Begins, from an address, an invitation or a password reset; `failed` if that is of no use. */
  start(cookies: Cookies, start: FlowStart): Promise<FlowResult<Declared>>
  /**
   * Goes on with what a form sent. Input that is not valid comes back as the same step with a
   * problem; a state that cannot be read is `failed` with `flow_unreadable`.
   */
  submit(cookies: Cookies, request: FlowRequest): Promise<FlowResult<Declared>>
  /**
   * Ends a hand-over, in the callback. Where WorkOS asks for more than the identity provider knows,
   * the flow goes on with the next form.
   */
  callback(cookies: Cookies, request: CallbackRequest): Promise<FlowResult<Declared>>
  /** The form once more, e.g. because the page was loaded again. */
  resume(state: string): Promise<FlowResult<Declared>>
}

/**
 * The state machine behind a product's own sign-in forms: start with an address, be told which step
 * comes next, submit it, end signed in or at an identity provider. What travels through the browser
 * in between is sealed, and is no session.
 *
 * Forms change state: accept them by POST from the product's own origin only.
 *
 * @example
 * ```ts
 * import { type AuthKit, createAuthenticationFlow, type Cookies } from '@latchkey/core'
 *
 * async function signIn(kit: AuthKit, cookies: Cookies, form: { state: string; password: string }) {
 *   const flow = createAuthenticationFlow(kit, { methods: ['password'], signUp: false })
 *   const { state, password } = form
 *   const result = await flow.submit(cookies, { state, submission: { type: 'password', password } })
 *   return result.status === 'step' ? `Next: ${result.step.name}` : result.status
 * }
 * ```
 */
export function createAuthenticationFlow<Declared = unknown>(
  kit: AuthKit<Declared>,
  options: FlowOptions<NoInfer<Declared>>,
): AuthenticationFlow<Declared> {
  const services = { grants: kit, api: flowApi(kit) }

  async function settle(
    cookies: Cookies,
    first: FlowDecision,
    visitor: Visitor,
  ): Promise<FlowResult<Declared>> {
    const { totpIssuer, deliver } = options
    const effects = { ...services, visitor, totpIssuer, deliver }
    let decision = first
    while (decision.type === 'run') {
      decision = transition(decision.state, await perform(effects, decision.command))
    }
    switch (decision.type) {
      case 'ask':
        return show(kit, decision)
      case 'hand-over': {
        const { reason, signIn } = decision.handOver
        return { status: 'hand-over', reason, ...(await startSignIn(kit, cookies, signIn)) }
      }
      case 'signed-in':
        return admit(cookies, decision.authenticated, decision.state)
    }
  }

  async function admit(
    cookies: Cookies,
    { session, oauthTokens }: Authenticated,
    { returnTo }: FlowState,
  ): Promise<FlowResult<Declared>> {
    const { cookieChanges, ...begun } = await kit.beginSession(cookies, session)
    switch (begun.status) {
      case 'signed-in': {
        const verdict = await judge(begun, session)
        return verdict.allow
          ? { status: 'signed-in', session: begun, oauthTokens, returnTo, cookieChanges }
          : { status: 'denied', code: verdict.code, cookieChanges: [] }
      }
      case 'unavailable':
        if (options.beforeSession === undefined) return { ...begun, returnTo, cookieChanges }
        await end(session)
        return { ...begun, returnTo, cookieChanges: [] }
      case 'signed-out':
        return failed({ code: 'refused', rawCode: begun.reason })
    }
  }

  /** Whoever is not admitted, for whatever reason, leaves no session behind. */
  async function judge(candidate: SignedIn<Declared>, session: Session): Promise<SessionVerdict> {
    try {
      const verdict = (await options.beforeSession?.(candidate)) ?? { allow: true }
      if (!verdict.allow) await end(session)
      return verdict
    } catch (error) {
      await end(session)
      throw error
    }
  }

  /** Nobody has the tokens, so a session that cannot be ended now ends by itself. */
  async function end({ accessToken }: Session): Promise<void> {
    const claims = decodeSessionClaims(accessToken)
    try {
      if (claims) await services.api.revokeSession({ sessionId: claims.sessionId })
    } catch (error) {
      if (!(error instanceof LatchkeyError)) throw error
    }
  }

  return {
    async start(cookies, start) {
      const { ipAddress, userAgent, deviceId } = start
      const first = begin(options, start)
      if (!first) return failed({ code: 'email_invalid' })
      const result = await settle(cookies, first, { ipAddress, userAgent, deviceId })
      const lost = first.type === 'run' && result.status === 'step' && result.problem
      return lost ? failed(lost) : result
    },
    async callback(cookies, { query, ...visitor }) {
      const redeemed = await redeemCallback(kit, cookies, { query, ...visitor })
      const { returnTo, cookieChanges } = redeemed
      if (redeemed.status === 'failed') {
        return { ...failed(callbackProblem(redeemed)), cookieChanges }
      }
      const { outcome } = redeemed
      const state = initialState(options, { email: emailOf(outcome), returnTo })
      const next = transition(state, { type: 'outcome', outcome })
      const result = await settle(cookies, next, visitor)
      return { ...result, cookieChanges: [...cookieChanges, ...result.cookieChanges] }
    },
    async submit(cookies, { state: sealed, submission, ...visitor }) {
      const state = await openFlow(kit, sealed)
      if (!state) return failed({ code: 'flow_unreadable' })
      const read = flowSubmissionSchema.safeParse(submission)
      if (read.success) {
        const event = { type: 'submitted', submission: read.data } as const
        return settle(cookies, transition(state, event), visitor)
      }
      const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.')))]
      return show(kit, ask(state, { code: 'submission_invalid', fields }))
    },
    async resume(sealed) {
      const state = await openFlow(kit, sealed)
      return state ? show(kit, ask(state)) : failed({ code: 'flow_unreadable' })
    },
  }
}

function failed(problem: FlowProblem): Extract<FlowResult, { status: 'failed' }> {
  return { status: 'failed', problem, cookieChanges: [] }
}

function callbackProblem({ failure, code }: CallbackFailed): FlowProblem {
  return { code: failure === 'unavailable' ? failure : 'callback_failed', rawCode: code ?? failure }
}

/** Whom the identity provider named, as far as WorkOS says. */
function emailOf(outcome: RedeemedCallback['outcome']): string {
  if (outcome.status === 'authenticated') return outcome.session.user.email
  const email = 'email' in outcome ? outcome.email : undefined
  const user = 'user' in outcome ? outcome.user : undefined
  return email ?? user?.email ?? ''
}

type WaysIn = Pick<FlowOptions, 'methods' | 'signUp'>

function initialState(
  { methods, signUp }: WaysIn,
  { email, returnTo }: Pick<FlowState, 'email' | 'returnTo'>,
): FlowState {
  const at = { name: 'credential' } as const
  return { at, email, methods: [...methods], connectionIds: [], signUp, returnTo }
}

/** The first decision; `undefined` for an address that is none. */
function begin(options: WaysIn, start: FlowStart): FlowDecision | undefined {
  const email = start.email === undefined ? '' : emailSchema.safeParse(start.email).data
  if (email === undefined) return undefined
  const state = initialState(options, { email, returnTo: safeReturnTo(start.returnTo ?? '/') })
  if ('passwordResetToken' in start) {
    return ask(moveTo(state, { name: 'new-password', token: start.passwordResetToken }))
  }
  const { invitationToken: token } = start
  return token === undefined ? ask(state) : run(state, { type: 'find-invitation', token })
}

/** Nobody can go on from the choice of a way in without an address. */
async function show(
  context: Context,
  { state, problem, qrCode }: Extract<FlowDecision, { type: 'ask' }>,
): Promise<Extract<FlowResult, { status: 'step' | 'failed' }>> {
  if (state.at.name === 'credential' && state.email === '') {
    return failed(problem ?? { code: 'email_invalid' })
  }
  return {
    status: 'step',
    step: stepOf(state, qrCode),
    state: await sealFlow(context, state),
    problem,
    cookieChanges: [],
  }
}
