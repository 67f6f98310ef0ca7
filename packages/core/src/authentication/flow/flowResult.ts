import type { CookieChange } from '../../session/cookies.ts'
import type { ClaimsInvalid, SignedIn } from '../../session/state.ts'
import type { OAuthTokens } from '../outcome.ts'
import type { HandOver } from './flowDecision.ts'
import type { FlowProblem } from './flowProblem.ts'
import type { FlowStep } from './flowStep.ts'

/** Where a flow stands after a form was sent; told apart by `status`. */
export type FlowResult<Declared = unknown> = {
  /** To be applied to the response, whatever the status. */
  readonly cookieChanges: readonly CookieChange[]
} /** A form to show. `state` goes into it, as a hidden field or a cookie, and comes back. */ & (
  | {
      readonly status: 'step'
      readonly step: FlowStep
      readonly state: string
      /** Why the flow is not further, where something was wrong. */
      readonly problem: FlowProblem | undefined
    }
  | {
      readonly status: 'signed-in'
      readonly session: SignedIn<Declared>
      readonly oauthTokens: OAuthTokens | undefined
      readonly returnTo: string
    }
  /** As `loadSession` has it. The session has begun, unless `beforeSession` should have judged it. */
  | (ClaimsInvalid & { readonly returnTo: string })
  /** The rest happens elsewhere: at an identity provider, or on WorkOS's pages. */
  | {
      readonly status: 'hand-over'
      readonly reason: HandOver['reason']
      readonly url: string
    }
  /** `beforeSession` said no. */
  | { readonly status: 'denied'; readonly code: string }
  /** There is nothing to go on with: start again. */
  | { readonly status: 'failed'; readonly problem: FlowProblem }
)
