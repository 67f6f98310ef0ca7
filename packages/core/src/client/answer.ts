import type * as z from 'zod'
import { type ErrorBodyWire, errorBodySchema } from '../contract/index.ts'
import { ApiRejectedError, ApiResponseError, ApiUnavailableError } from '../errors.ts'
import type { Exchange } from './attempt.ts'
import { type ApiRequest, nameOf } from './request.ts'

/**
 * Reads an answer by the contract.
 *
 * @throws {ApiRejectedError} when WorkOS refused, {@link ApiUnavailableError} when it cannot answer
 * now, {@link ApiResponseError} when the answer is not in a documented shape.
 */
export function readAnswer<Result extends z.ZodType>(
  request: ApiRequest<Result>,
  { response, text }: Exchange,
  now: number,
): z.output<Result> {
  const requestId = requestIdOf(response)
  const body = parseJson(text)
  if (!response.ok) {
    request.onRefusal?.(body)
    throw refusal({ request, response, body, requestId, now })
  }
  const parsed = request.result.safeParse(body)
  if (parsed.success) return parsed.data
  const path = pathOf(parsed.error.issues[0])
  throw new ApiResponseError(
    { path, requestId },
    {
      message: `WorkOS answered ${nameOf(request)} without a valid \`${path}\`.`,
      fix: 'Check that WORKOS_API_HOSTNAME names WorkOS; if it does, report this with the request id.',
    },
  )
}

/** What WorkOS support asks for. */
export function requestIdOf(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined
}

/** Where the answer is wrong; inside a union, where its nearest variant is. */
function pathOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return '(body)'
  const inner =
    issue.code === 'invalid_union' ? issue.errors.find((branch) => branch.length > 0) : undefined
  const path = [...issue.path, ...(inner?.[0]?.path ?? [])]
  return path.join('.') || '(body)'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal({
  request,
  response,
  body,
  requestId,
  now,
}: {
  request: ApiRequest
  response: Response
  body: unknown
  requestId: string | undefined
  now: number
}): ApiRejectedError | ApiUnavailableError {
  const { status } = response
  const error = errorBodySchema.safeParse(body).data ?? {}
  const apiCode = error.code ?? error.error ?? `http_${status}`
  const message = `WorkOS answered ${nameOf(request)} with ${status} ${apiCode}.`
  if (status === 408 || status === 429 || status >= 500) {
    return new ApiUnavailableError(
      { retryAfter: retryAfterOf(response, now), requestId },
      { message, fix: 'Try again after a while; WorkOS is not able to answer now.' },
    )
  }
  return new ApiRejectedError(
    { status, apiCode, requestId },
    { message, fix: fixFor(status, error) },
  )
}

function retryAfterOf(response: Response, now: number): number | undefined {
  const value = response.headers.get('retry-after')
  if (value === null) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}

function fixFor(status: number, error: ErrorBodyWire): string {
  if (status === 401) return 'Check WORKOS_API_KEY: WorkOS does not accept it.'
  if (status === 404) return 'Check the id: it does not exist in this WorkOS environment.'
  if (error.error === 'invalid_client') return 'Check WORKOS_CLIENT_ID and WORKOS_API_KEY.'
  return 'See the code in the WorkOS API reference; quote the request id to WorkOS support.'
}
