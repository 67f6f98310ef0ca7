import { DEFAULT_TIMEOUT, send } from '../client/transport.ts'
import type { Context } from '../context.ts'
import { type AnyGrantWire, authentication, errorBodySchema } from '../contract/index.ts'
import { ApiRejectedError, ApiResponseError, ApiUnavailableError } from '../errors.ts'
import { type AuthenticationOutcome, toAuthenticated } from './outcome.ts'
import { readRefusal } from './refusal.ts'

/** Sends a grant to the token endpoint and says what it ends in; other errors pass through. */
export async function authenticate(
  context: Context,
  grant: AnyGrantWire,
): Promise<AuthenticationOutcome> {
  const { method, path, result } = authentication.authenticate
  const refusals = overhear(context)
  try {
    const answer = await send(refusals.context, {
      method,
      path,
      body: grant,
      bearer: false,
      result,
      timeout: DEFAULT_TIMEOUT,
    })
    return toAuthenticated(answer)
  } catch (error) {
    return outcomeOf(error, refusals.last())
  }
}

function outcomeOf(error: unknown, body: unknown): AuthenticationOutcome {
  if (error instanceof ApiRejectedError) {
    const { status, apiCode, requestId } = error
    return readRefusal({ status, body, rawCode: apiCode, requestId })
  }
  if (error instanceof ApiResponseError) {
    const { code, requestId } = error
    return { status: 'failed', code: 'api_response_invalid', rawCode: code, requestId }
  }
  if (error instanceof ApiUnavailableError) {
    const { code, error: oauthCode } = errorBodySchema.safeParse(body).data ?? {}
    return {
      status: 'unavailable',
      retryAfter: error.retryAfter,
      rawCode: code ?? oauthCode,
    }
  }
  throw error
}

/**
 * Errors of the transport carry no bodies, because errors end up in logs. A refused grant names the
 * next step in its body, pending token included; so the body is read beside the error.
 */
function overhear(context: Context): { context: Context; last(): unknown } {
  let body: unknown
  return {
    context: {
      ...context,
      fetch: async (...request) => {
        const response = await context.fetch(...request)
        body = response.ok ? undefined : await bodyOf(response.clone())
        return response
      },
    },
    last: () => body,
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}
