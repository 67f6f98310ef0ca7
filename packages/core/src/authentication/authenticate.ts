import { DEFAULT_TIMEOUT } from '../client/settings.ts'
import { send } from '../client/transport.ts'
import type { Context } from '../context.ts'
import { type AnyGrantWire, authentication, errorBodySchema } from '../contract/index.ts'
import { ApiRejectedError, ApiResponseError, ApiUnavailableError } from '../errors.ts'
import { plainCode } from './failure.ts'
import { type AuthenticationOutcome, toAuthenticated } from './outcome.ts'
import { readRefusal } from './refusal.ts'

/** Sends a grant to the token endpoint and says what it ends in; other errors pass through. */
export async function authenticate(
  context: Context,
  grant: AnyGrantWire,
): Promise<AuthenticationOutcome> {
  const { method, path, result } = authentication.authenticate
  let refused: unknown
  try {
    const answer = await send(context, {
      method,
      path,
      body: grant,
      bearer: false,
      result,
      timeout: DEFAULT_TIMEOUT,
      onRefusal: (body) => {
        refused = body
      },
    })
    return toAuthenticated(answer)
  } catch (error) {
    return outcomeOf(error, refused)
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
    const rawCode = code ?? oauthCode
    return {
      status: 'unavailable',
      retryAfter: error.retryAfter,
      rawCode: rawCode && plainCode(rawCode),
    }
  }
  throw error
}
