import type { Context } from '../context.ts'
import type { ApiRequest } from './request.ts'

/** Milliseconds before the first repetition, doubled for each one after it. */
const FIRST_DELAY = 500
const LONGEST_DELAY = 8_000

/** Whether sending a request twice does no more than sending it once (RFC 9110, 9.2.2). */
export function isRepeatable({ method, idempotencyKey }: ApiRequest): boolean {
  return idempotencyKey !== undefined || (method !== 'POST' && method !== 'PATCH')
}

/** Milliseconds until the next try: what WorkOS asked for, or longer each time and never in step. */
export function delayBeforeRetry(
  { random = Math.random }: Pick<Context, 'random'>,
  { count, retryAfter }: { count: number; retryAfter: number | undefined },
): number {
  if (retryAfter !== undefined) return retryAfter * 1000
  const delay = Math.min(FIRST_DELAY * 2 ** (count - 1), LONGEST_DELAY)
  return Math.round(delay * (0.5 + random()))
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
export function pause(
  { sleep = timer }: Pick<Context, 'sleep'>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason)
    signal?.addEventListener('abort', abort)
    const stop = () => signal?.removeEventListener('abort', abort)
    sleep(milliseconds, signal).then(resolve, reject).finally(stop)
    if (signal?.aborted) abort()
  })
}

function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => clearTimeout(timeout), { once: true })
  })
}
