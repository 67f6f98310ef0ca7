import type * as z from 'zod'
import type { Method } from '../contract/index.ts'

/** One call to WorkOS. */
export interface ApiRequest<Result extends z.ZodType = z.ZodType> {
  readonly method: Method
  /** Path with its parameters filled in. */
  readonly path: string
  /** The same with its parameters in braces, where there are any; errors and hooks show this one. */
  readonly template?: string
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  readonly encoding?: 'json' | 'form'
  /** What is sent as bearer token: the API key, a token, or nothing. */
  readonly bearer: boolean | string
  readonly idempotencyKey?: string | undefined
  readonly result: Result
  /** Hears the body of a refusal. Errors carry none, because errors end up in logs. */
  readonly onRefusal?: (body: unknown) => void
  /** Milliseconds until the call is given up, all tries included. */
  readonly timeout?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** A call as errors, hooks and traces name it: without anything that was filled in. */
export function nameOf({ method, template, path }: ApiRequest): string {
  return `${method} ${template ?? path}`
}
