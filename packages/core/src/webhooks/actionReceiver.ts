import type { LatchkeyError } from '../errors.ts'
import { type ActionVerdict, signActionResponse } from './actionResponse.ts'
import { answer } from './answer.ts'
import { MAX_BODY_BYTES } from './body.ts'
import { endpointOf } from './endpoint.ts'
import type { Secrets } from './secrets.ts'
import {
  ACTION_TOLERANCE,
  type ActionContext,
  type AuthenticationActionContext,
  type UserRegistrationActionContext,
  type VerifiedAction,
  verifyAction,
} from './verifyAction.ts'

/** What became of an Action, for logs and metrics. */
export type ActionReport =
  | {
      readonly kind: 'answered'
      readonly context: ActionContext
      readonly verdict: ActionVerdict['verdict']
    }
  /** The handler threw, or there is none for this Action; WorkOS denies. */
  | { readonly kind: 'failed'; readonly context: ActionContext; readonly cause: unknown }
  | { readonly kind: 'refused'; readonly error: LatchkeyError }

/** Options of {@link createActionReceiver}. */
export interface ActionReceiverOptions {
  /** The secret of the Action endpoint, or several while it is being changed. */
  readonly secrets: Secrets
  /** May this person sign in? */
  readonly authentication?: (
    context: AuthenticationActionContext,
  ) => ActionVerdict | Promise<ActionVerdict>
  /** May this person become a user? */
  readonly userRegistration?: (
    context: UserRegistrationActionContext,
  ) => ActionVerdict | Promise<ActionVerdict>
  /** Told of every request; by default problems go to the console. */
  readonly report?: (report: ActionReport) => void
  /** Seconds by which the time of signing may differ from now, in either direction; 30. */
  readonly tolerance?: number
  /** Bytes; 1 MiB. */
  readonly maxBodyBytes?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

/**
 * An endpoint for Actions: request in, signed response out. Whatever goes wrong is no Allow: the
 * answer is an error, and WorkOS denies unless the dashboard says otherwise.
 *
 * @example
 * ```ts
 * import { createActionReceiver } from '@latchkey/core/webhooks'
 *
 * export const POST = createActionReceiver({
 *   secrets: process.env.WORKOS_ACTIONS_SECRET,
 *   userRegistration: ({ userData }) =>
 *     userData.email.endsWith('@example.com')
 *       ? { verdict: 'Allow' }
 *       : { verdict: 'Deny', errorMessage: 'Please use your work email.' },
 * })
 * ```
 */
export function createActionReceiver({
  secrets,
  authentication,
  userRegistration,
  report = reportToConsole,
  tolerance = ACTION_TOLERANCE,
  maxBodyBytes = MAX_BODY_BYTES,
  now = Date.now,
}: ActionReceiverOptions): (request: Request) => Promise<Response> {
  async function judge(context: ActionContext): Promise<ActionVerdict> {
    const verdict =
      context.object === 'authentication_action_context'
        ? await authentication?.(context)
        : await userRegistration?.(context)
    if (verdict) return verdict
    throw new Error(`Nothing answers ${context.object}.`)
  }

  async function respond({ context, secret }: VerifiedAction): Promise<Response> {
    try {
      const verdict = await judge(context)
      const response = await signActionResponse({ context, secret, now: now() }, verdict)
      report({ kind: 'answered', context, verdict: verdict.verdict })
      return answer(200, response)
    } catch (cause) {
      report({ kind: 'failed', context, cause })
      return answer(500, { code: 'handler_failed' })
    }
  }

  return endpointOf({
    maxBodyBytes,
    verify: (delivery) => verifyAction({ ...delivery, secrets, tolerance, now: now() }),
    respond,
    refused: (error) => report({ kind: 'refused', error }),
  })
}

function reportToConsole(report: ActionReport): void {
  if (report.kind === 'failed') {
    console.error(`Latchkey: ${report.context.object} could not be answered.`, report.cause)
  }
  if (report.kind === 'refused') {
    console.warn(
      `Latchkey: an Action was refused. ${report.error.message} Fix: ${report.error.fix}`,
    )
  }
}
