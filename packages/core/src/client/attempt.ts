import type { Context } from '../context.ts'
import { ApiUnavailableError } from '../errors.ts'
import { type ApiRequest, nameOf } from './request.ts'

/** What came back: status and headers, and the body as text. */
export interface Exchange {
  readonly response: Response
  readonly text: string
}

/**
 * Sends a request once and reads the whole answer, within `timeout` milliseconds.
 *
 * @throws {ApiUnavailableError} when nothing came back; the signal's reason when it was aborted.
 */
export async function attempt(
  context: Context,
  request: ApiRequest,
  timeout: number,
): Promise<Exchange> {
  const limit = limited(timeout, request.signal)
  try {
    const response = await context.fetch(urlOf(context, request), {
      method: request.method,
      headers: headersOf(context, request),
      redirect: 'manual',
      signal: limit.signal,
      cache: 'no-store',
      ...(request.body === undefined ? {} : { body: encode(request) }),
    })
    return { response, text: await response.text() }
  } catch (cause) {
    request.signal?.throwIfAborted()
    throw unreachable(context, request, limit.signal.aborted ? 'timeout' : reasonOf(cause), cause)
  } finally {
    limit.release()
  }
}

/** A signal that fires with the caller's own, or after a time. */
function limited(timeout: number, signal: AbortSignal | undefined) {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(), timeout)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    },
  }
}

function urlOf({ config }: Context, { path, query }: ApiRequest): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
  return `${config.apiUrl}${path}${given.length === 0 ? '' : `?${search}`}`
}

function headersOf({ config }: Context, request: ApiRequest): Record<string, string> {
  const { bearer, body, encoding, idempotencyKey } = request
  const token = bearer === true ? config.apiKey : bearer
  const type = encoding === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  return {
    accept: 'application/json',
    ...(token !== false && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': type }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  }
}

function encode({ body, encoding }: ApiRequest): string {
  if (encoding !== 'form') return JSON.stringify(body)
  const given = Object.entries(body as object).filter(([, value]) => value !== undefined)
  return String(new URLSearchParams(given))
}

function unreachable(context: Context, request: ApiRequest, reason: string, cause: unknown) {
  return new ApiUnavailableError(
    {},
    {
      message: `WorkOS did not answer ${nameOf(request)} (${reason}).`,
      fix: `Check that ${context.config.apiUrl} can be reached from this server, and try again.`,
      cause,
    },
  )
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const code = (cause.cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : 'network error'
}
