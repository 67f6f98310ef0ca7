import { safeReturnTo } from '../../authorization/returnTo.ts'
import { startSignIn } from '../../authorization/signIn.ts'
import type { Context } from '../../context.ts'
import { LatchkeyError } from '../../errors.ts'
import type { CookieChange, Cookies } from '../../session/cookies.ts'
import type { SignedIn } from '../../session/state.ts'
import { beginSession, judgeSession } from '../beginSession.ts'
import { bindGrants } from '../grants/boundGrants.ts'
import type { Authenticated, OAuthTokens } from '../outcome.ts'
import type { Visitor } from '../visitor.ts'
import { flowApi } from './api.ts'
import { ask, type FlowDecision, type HandOver, run } from './flowDecision.ts'
import type { FlowProblem } from './flowProblem.ts'
import { openFlow, sealFlow } from './flowSeal.ts'
import type { FlowMethod, FlowState } from './flowState.ts'
import { type FlowStep, stepOf } from './flowStep.ts'
import { emailSchema, type FlowSubmission, flowSubmissionSchema } from './flowSubmission.ts'
import { type FlowMail, perform } from './perform.ts'
import { transition } from './transition.ts'

/** Whether somebody whom WorkOS would sign in may be signed in. */
export type SessionVerdict =
  | { readonly allow: true }
  /** `code` is the product's own, for its own page. */
  | { readonly allow: false; readonly code: string }

/** What a product's own sign-in forms offer. */
export interface FlowOptions {
  /** Ways in, in the order to show them. */
  readonly methods: readonly FlowMethod[]
  /** Whether strangers may sign up; whoever is invited always may. */
  readonly signUp: boolean
  /** The product's name in authenticator applications. */
  readonly totpIssuer?: string | undefined
  /** Has the last word. Who is not allowed gets no cookie, and their session ends at WorkOS. */
  readonly beforeSession?: (candidate: SignedIn) => SessionVerdict | Promise<SessionVerdict>
  /** Sends mails, where WorkOS is configured not to send its own. */
  readonly deliver?: (mail: FlowMail) => Promise<void>
}

/** How a flow starts: with an address, an invitation's token, or that of a password reset. */
export type FlowStart = Visitor & {
  /** Path of this product to land on afterwards; anything else becomes `/`. */
  readonly returnTo?: string | undefined
} & (
    | { readonly email: string; readonly invitationToken?: string | undefined }
    | { readonly invitationToken: string; readonly email?: undefined }
    | { readonly passwordResetToken: string; readonly email?: undefined }
  )

/** One form that was sent. */
export interface FlowRequest extends Visitor {
  /** The sealed state that came with the step. */
  readonly state: string
  /** What the form sent; whatever is no submission is answered with a problem. */
  readonly submission: FlowSubmission | Readonly<Record<string, unknown>>
}

/** Where a flow stands after a form was sent; told apart by `status`. */
export type FlowResult =
  /** A form to show. `state` goes into it, as a hidden field or a cookie, and comes back. */
  | {
      readonly status: 'step'
      readonly step: FlowStep
      readonly state: string
      /** Why the flow is not further, where something was wrong. */
      readonly problem: FlowProblem | undefined
    }
  | {
      readonly status: 'signed-in'
      readonly session: SignedIn
      readonly oauthTokens: OAuthTokens | undefined
      readonly returnTo: string
      readonly cookieChanges: readonly CookieChange[]
    }
  /** The rest happens elsewhere: at an identity provider, or on WorkOS's pages. */
  | {
      readonly status: 'hand-over'
      readonly reason: HandOver['reason']
      readonly url: string
      readonly cookieChanges: readonly CookieChange[]
    }
  /** `beforeSession` said no. */
  | { readonly status: 'denied'; readonly code: string }
  /** There is nothing to go on with: start again. */
  | { readonly status: 'failed'; readonly problem: FlowProblem }

/** A product's own sign-in forms, one submission at a time. */
export interface AuthenticationFlow {
  start(cookies: Cookies, start: FlowStart): Promise<FlowResult>
  submit(cookies: Cookies, request: FlowRequest): Promise<FlowResult>
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
    if (verdict?.allow === false) return { status: 'denied', code: verdict.code }
    const begun = candidate && (await beginSession(context, cookies, session))
    return begun
      ? { status: 'signed-in', oauthTokens, returnTo, ...begun }
      : { status: 'failed', problem: { code: 'refused', rawCode: 'subject_mismatch' } }
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
      if (!first) return { status: 'failed', problem: { code: 'email_invalid' } }
      const result = await settle(cookies, first, { ipAddress, userAgent, deviceId })
      const lost = first.type === 'run' && result.status === 'step' && result.problem
      return lost ? { status: 'failed', problem: lost } : result
    },
    async submit(cookies, { state: sealed, submission, ...visitor }) {
      const state = await openFlow(context, sealed)
      if (!state) return unreadable
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
      return state ? show(context, ask(state)) : unreadable
    },
  }
}

const unreadable: FlowResult = { status: 'failed', problem: { code: 'flow_unreadable' } }

/** The first decision; `undefined` for an address that is none. */
function begin({ methods, signUp }: FlowOptions, start: FlowStart): FlowDecision | undefined {
  const email = start.email === undefined ? '' : emailSchema.safeParse(start.email).data
  if (email === undefined) return undefined
  const state: FlowState = {
    at: { name: 'credential' },
    email,
    methods: [...methods],
    connectionIds: [],
    signUp,
    returnTo: safeReturnTo(start.returnTo ?? '/'),
  }
  if ('passwordResetToken' in start) {
    return ask({ ...state, at: { name: 'new-password', token: start.passwordResetToken } })
  }
  const { invitationToken: token } = start
  return token === undefined ? ask(state) : run(state, { type: 'find-invitation', token })
}

async function show(
  context: Context,
  { state, problem, qrCode }: Extract<FlowDecision, { type: 'ask' }>,
): Promise<FlowResult> {
  return {
    status: 'step',
    step: stepOf(state, qrCode),
    state: await sealFlow(context, state),
    problem,
  }
}
