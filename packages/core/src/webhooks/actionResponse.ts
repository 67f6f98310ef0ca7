import type { ActionResponseWire } from '../contract/index.ts'
import { InputError } from '../errors.ts'
import { computeSignature } from './signature.ts'
import type { ActionContext } from './verifyAction.ts'

/** Characters that WorkOS shows of a message. */
const MAX_ERROR_MESSAGE = 500

/** The answer to an Action; `errorMessage` is what the person reads, 500 characters at most. */
export type ActionVerdict =
  | { readonly verdict: 'Allow' }
  | { readonly verdict: 'Deny'; readonly errorMessage?: string }

/** What WorkOS expects as JSON. The members' order is part of what is signed. */
export type ActionResponse = ActionResponseWire

const objects = {
  authentication_action_context: 'authentication_action_response',
  user_registration_action_context: 'user_registration_action_response',
} as const satisfies Record<ActionContext['object'], ActionResponse['object']>

/**
 * Signs the answer to an Action. Send it as JSON with status 200; WorkOS denies where it cannot
 * verify the answer.
 *
 * @throws {InputError} for any other verdict, and for messages that are too long or not of a Deny.
 * @example
 * ```ts
 * import { signActionResponse, verifyAction } from '@latchkey/core/webhooks'
 *
 * export async function POST(request: Request) {
 *   const { context, secret } = await verifyAction({
 *     payload: await request.text(),
 *     signature: request.headers.get('workos-signature'),
 *     secrets: process.env.WORKOS_ACTIONS_SECRET,
 *   })
 *   return Response.json(await signActionResponse({ context, secret }, { verdict: 'Allow' }))
 * }
 * ```
 */
export async function signActionResponse(
  question: {
    readonly context: Pick<ActionContext, 'object'>
    readonly secret: string
    /** Milliseconds since the epoch. */
    readonly now?: number
  },
  answer: ActionVerdict,
): Promise<ActionResponse> {
  const payload = payloadOf(question.now ?? Date.now(), answer)
  return {
    object: objects[question.context.object],
    payload,
    signature: await computeSignature(payload.timestamp, JSON.stringify(payload), question.secret),
  }
}

function payloadOf(timestamp: number, answer: ActionVerdict): ActionResponse['payload'] {
  const { verdict, errorMessage } = { errorMessage: undefined, ...answer }
  if (verdict !== 'Allow' && verdict !== 'Deny') {
    throw invalid('The verdict is neither Allow nor Deny.')
  }
  if (verdict === 'Allow' && errorMessage !== undefined) {
    throw invalid('An error message was given with an Allow.')
  }
  if (errorMessage !== undefined && errorMessage.length > MAX_ERROR_MESSAGE) {
    throw invalid(`The error message is longer than ${MAX_ERROR_MESSAGE} characters.`)
  }
  return { timestamp, verdict, ...(errorMessage && { error_message: errorMessage }) }
}

function invalid(message: string): InputError {
  return new InputError({
    message,
    fix: "Answer { verdict: 'Allow' } or { verdict: 'Deny', errorMessage }.",
  })
}
