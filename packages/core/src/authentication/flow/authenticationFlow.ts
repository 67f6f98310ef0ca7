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
import type { Cookies } from '../../session/cookies.ts'
import type { SignedIn } from '../../session/state.ts'
import { beginSession, judgeSession } from '../beginSession.ts'
import { bindGrants } from '../grants/boundGrants.ts'
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
export interface AuthenticationFlow {
  /** Begins, from an address, an invitation or a password reset; `failed` if that is of no use. */
  start(cookies: Cookies, start: FlowStart): Promise<FlowResult>
  /**
   * Goes on with what a form sent. Input that is not valid comes back as the same step with a
   * problem; a state that cannot be read is `failed` with `flow_unreadable`.
   */
  submit(cookies: Cookies, request: FlowRequest): Promise<FlowResult>
  /**
   * Ends a hand-over, in the callback. Where WorkOS asks for more than the identity provider knows,
   * the flow goes on with the next form.
   */
  callback(cookies: Cookies, request: CallbackRequest): Promise<FlowResult>
  /** The form once more, e.g. because the page was loaded again. */
  resume(state: string): Promise<FlowResult>
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
export function createAuthenticationFlow(
  context: Context,
  options: FlowOptions,
): AuthenticationFlow {
  const services = { grants: bindGrants(context), api: flowApi(context) }

  async function settle(
    cookies: Cookies,
    first: FlowDecision,
    visitor: Visitor,
  ): Promise<FlowResult> {
    const { totpIssuer, deliver } = options
    const effects = { ...services, visitor, totpIssuer, deliver }
    let decision = first
    while (decision.type === 'run') {
      decision = transition(decision.state, await perform(effects, decision.command))
    }
    switch (decision.type) {
      case 'ask':
        return show(context, decision)
      case 'hand-over': {
        const { reason, signIn } = decision.handOver
        return { status: 'hand-over', reason, ...(await startSignIn(context, cookies, signIn)) }
      }
      case 'signed-in':
        return admit(cookies, decision.authenticated, decision.state)
    }
  }

  async function admit(
    cookies: Cookies,
    { session, oauthTokens }: Authenticated,
    { returnTo }: FlowState,
  ): Promise<FlowResult> {
    const candidate = judgeSession(session)
    const verdict = candidate && (await judge(candidate))
    if (verdict?.allow === false) return { status: 'denied', code: verdict.code, cookieChanges: [] }
    const begun = candidate && (await beginSession(context, cookies, session))
    return begun
      ? { status: 'signed-in', oauthTokens, returnTo, ...begun }
      : failed({ code: 'refused', rawCode: 'subject_mismatch' })
  }

  /** Whoever is not admitted, for whatever reason, leaves no session behind. */
  async function judge(candidate: SignedIn): Promise<SessionVerdict> {
    try {
      const verdict = (await options.beforeSession?.(candidate)) ?? { allow: true }
      if (!verdict.allow) await end(candidate)
      return verdict
    } catch (error) {
      await end(candidate)
      throw error
    }
  }

  /** Nobody has the tokens, so a session that cannot be ended now ends by itself. */
  async function end({ claims }: SignedIn): Promise<void> {
    try {
      await services.api.revokeSession({ sessionId: claims.sessionId })
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
      const redeemed = await redeemCallback(context, cookies, { query, ...visitor })
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
      const state = await openFlow(context, sealed)
      if (!state) return failed({ code: 'flow_unreadable' })
      const read = flowSubmissionSchema.safeParse(submission)
      if (read.success) {
        const event = { type: 'submitted', submission: read.data } as const
        return settle(cookies, transition(state, event), visitor)
      }
      const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.')))]
      return show(context, ask(state, { code: 'submission_invalid', fields }))
    },
    async resume(sealed) {
      const state = await openFlow(context, sealed)
      return state ? show(context, ask(state)) : failed({ code: 'flow_unreadable' })
    },
  }
}

function failed(problem: FlowProblem): FlowResult {
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

function initialState(
  { methods, signUp }: FlowOptions,
  { email, returnTo }: Pick<FlowState, 'email' | 'returnTo'>,
): FlowState {
  const at = { name: 'credential' } as const
  return { at, email, methods: [...methods], connectionIds: [], signUp, returnTo }
}

/** The first decision; `undefined` for an address that is none. */
function begin(options: FlowOptions, start: FlowStart): FlowDecision | undefined {
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
): Promise<FlowResult> {
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
