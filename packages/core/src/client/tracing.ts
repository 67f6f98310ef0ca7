import type { Context } from '../context.ts'
import { ApiRejectedError, LatchkeyError } from '../errors.ts'
import { type ApiRequest, nameOf } from './request.ts'

/** The little of OpenTelemetry's API that a call needs. */
interface Span {
  setAttribute(name: string, value: string | number): unknown
  setStatus(status: { code: number }): unknown
  end(): void
}
interface TracerProvider {
  getTracer(name: string): {
    startActiveSpan<Result>(
      name: string,
      options: { kind: number; attributes: Record<string, string> },
      run: (span: Span) => Result,
    ): Result
  }
}

/** Where `@opentelemetry/api` 1.x registers what the application set up. */
const REGISTRY = Symbol.for('opentelemetry.js.api.1')
const CLIENT_SPAN = 2
const ERROR_STATUS = 2

/** Notes an answer on the span. */
export type Trace = (answer: {
  status: number
  requestId: string | undefined
  attempt: number
}) => void

/**
 * Runs a call inside a span when the application uses OpenTelemetry. The registry is read instead
 * of the package being imported, so that nothing is loaded or bundled where there is none.
 */
export function traced<Result>(
  { config }: Context,
  request: ApiRequest,
  run: (trace: Trace) => Promise<Result>,
): Promise<Result> {
  const registry = (globalThis as { [REGISTRY]?: { trace?: TracerProvider } })[REGISTRY]
  const tracer = registry?.trace?.getTracer('@latchkey/core')
  if (!tracer) return run(() => {})
  const attributes = {
    'http.request.method': request.method,
    'url.template': request.template ?? request.path,
    'server.address': new URL(config.apiUrl).hostname,
  }
  return tracer.startActiveSpan(
    nameOf(request),
    { kind: CLIENT_SPAN, attributes },
    async (span) => {
      try {
        return await run(({ status, requestId, attempt }) => {
          span.setAttribute('http.response.status_code', status)
          if (requestId !== undefined) span.setAttribute('workos.request_id', requestId)
          if (attempt > 1) span.setAttribute('http.request.resend_count', attempt - 1)
        })
      } catch (error) {
        span.setStatus({ code: ERROR_STATUS })
        span.setAttribute('error.type', errorType(error))
        throw error
      } finally {
        span.end()
      }
    },
  )
}

function errorType(error: unknown): string {
  if (error instanceof ApiRejectedError) return error.apiCode
  if (error instanceof LatchkeyError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}
