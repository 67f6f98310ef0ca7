import type * as z from 'zod'
import type { Context } from '../context.ts'
import { type ErrorBodyWire, errorBodySchema, type Method } from '../contract/index.ts'
import { ApiRejectedError, ApiResponseError, ApiUnavailableError } from '../errors.ts'

/** One call to WorkOS. */
export interface ApiRequest<Result extends z.ZodType> {
  readonly method: Method
  /** Path with its parameters filled in. */
  readonly path: string
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  /** Whether the API key is sent as bearer token. */
  readonly bearer: boolean
  readonly result: Result
  /** Milliseconds until the call is given up. */
  readonly timeout: number
}

/** Milliseconds that a call may take unless it says otherwise. */
export const DEFAULT_TIMEOUT = 10_000

/**
 * Sends one request and reads its answer by the contract.
 *
 * @throws {ApiRejectedError} when WorkOS refuses, {@link ApiUnavailableError} when it cannot
 * answer now, {@link ApiResponseError} when the answer is not in a documented shape.
 */
export async function send<Result extends z.ZodType>(
  context: Context,
  request: ApiRequest<Result>,
): Promise<z.output<Result>> {
  const { response, text } = await exchange(context, request)
  const requestId = response.headers.get('x-request-id') ?? undefined
  const body = parseJson(text)
  if (!response.ok) throw refusal({ request, response, body, requestId })
  const parsed = request.result.safeParse(body)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') || '(body)'
  throw new ApiResponseError(
    { path, requestId },
    {
      message: `WorkOS answered ${request.method} ${request.path} without a valid \`${path}\`.`,
      fix: 'Check that WORKOS_API_HOSTNAME names WorkOS; if it does, report this with the request id.',
    },
  )
}

async function exchange(context: Context, request: ApiRequest<z.ZodType>) {
  const { config } = context
  const headers: Record<string, string> = { accept: 'application/json' }
  if (request.bearer) headers.authorization = `Bearer ${config.apiKey}`
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  try {
    const response = await context.fetch(
      `${config.apiUrl}${request.path}${search(request.query)}`,
      {
        method: request.method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(request.timeout),
        cache: 'no-store',
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      },
    )
    return { response, text: await response.text() }
  } catch (cause) {
    throw new ApiUnavailableError(
      {},
      {
        message: `WorkOS did not answer ${request.method} ${request.path} (${reasonOf(cause)}).`,
        fix: `Check that ${config.apiUrl} can be reached from this server, and try again.`,
        cause,
      },
    )
  }
}

function search(query: ApiRequest<z.ZodType>['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
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
}: {
  request: ApiRequest<z.ZodType>
  response: Response
  body: unknown
  requestId: string | undefined
}): ApiRejectedError | ApiUnavailableError {
  const { status } = response
  const error = errorBodySchema.safeParse(body).data ?? {}
  const apiCode = error.code ?? error.error ?? `http_${status}`
  const message = `WorkOS answered ${request.method} ${request.path} with ${status} ${apiCode}.`
  if (status === 408 || status === 429 || status >= 500) {
    return new ApiUnavailableError(
      { retryAfter: retryAfterOf(response), requestId },
      { message, fix: 'Try again after a while; WorkOS is not able to answer now.' },
    )
  }
  return new ApiRejectedError(
    { status, apiCode, requestId },
    { message, fix: fixFor(status, error) },
  )
}

function retryAfterOf(response: Response): number | undefined {
  const value = response.headers.get('retry-after')
  if (value === null) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000))
}

function fixFor(status: number, error: ErrorBodyWire): string {
  if (status === 401) return 'Check WORKOS_API_KEY: WorkOS does not accept it.'
  if (status === 404) return 'Check the id: it does not exist in this WorkOS environment.'
  if (error.error === 'invalid_client') return 'Check WORKOS_CLIENT_ID and WORKOS_API_KEY.'
  return 'See the code in the WorkOS API reference; quote the request id to WorkOS support.'
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  if (cause.name === 'TimeoutError') return 'timeout'
  const code = (cause.cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : 'network error'
}
