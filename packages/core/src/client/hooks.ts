import type { Method } from '../contract/index.ts'

/** One try of one call. Nothing in it is secret: paths come without what was filled into them. */
export interface ApiAttempt {
  readonly method: Method
  /** Path with parameters in braces, e.g. `/user_management/users/{id}`. */
  readonly path: string
  /** Counts from 1. */
  readonly attempt: number
}

/** An answer, whatever its status. */
export interface ApiAnswer extends ApiAttempt {
  readonly status: number
  readonly requestId: string | undefined
  /** Milliseconds from sending to the end of the body. */
  readonly duration: number
}

/** A try that failed and will be repeated. */
export interface ApiRetry extends ApiAttempt {
  /** Milliseconds until the next try. */
  readonly delay: number
  /** The status that was answered; undefined when nothing was. */
  readonly status: number | undefined
}

/**
 * Watches calls to WorkOS, e.g. to log or to count them. A hook is called in the course of the
 * call; one that throws makes the call fail.
 *
 * @example
 * ```ts
 * import type { ApiHooks } from '@latchkey/core'
 *
 * const hooks: ApiHooks = {
 *   onResponse: ({ method, path, status, duration }) =>
 *     console.log(`${method} ${path} ${status} in ${Math.round(duration)} ms`),
 *   onRetry: ({ method, path, delay }) => console.warn(`${method} ${path} again in ${delay} ms`),
 * }
 * ```
 */
export interface ApiHooks {
  /** Before every try. */
  onRequest?(attempt: ApiAttempt): void
  /** After every answer, refusals too; not called where none came. */
  onResponse?(answer: ApiAnswer): void
  /** After a try that failed, before the wait for the next one. */
  onRetry?(retry: ApiRetry): void
}
