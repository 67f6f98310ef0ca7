import type * as z from 'zod'
import type { Context } from '../context.ts'
import { ApiUnavailableError } from '../errors.ts'
import { readAnswer, requestIdOf } from './answer.ts'
import { attempt } from './attempt.ts'
import type { ApiAttempt } from './hooks.ts'
import type { ApiRequest } from './request.ts'
import { delayBeforeRetry, isRepeatable, pause } from './retry.ts'
import { settled } from './settings.ts'
import { traced } from './tracing.ts'

/**
 * Sends a request and reads its answer by the contract. What can be repeated safely is, where
 * WorkOS could not answer: reads, PUT, DELETE, and anything with an idempotency key.
 *
 * @throws {ApiRejectedError} when WorkOS refuses, {@link ApiUnavailableError} when it cannot
 * answer now, {@link ApiResponseError} when the answer is not in a documented shape, and the
 * signal's own reason when it was aborted.
 */
export async function send<Result extends z.ZodType>(
  context: Context,
  request: ApiRequest<Result>,
): Promise<z.output<Result>> {
  const settings = settled(context.api)
  const deadline = context.now() + (request.timeout ?? settings.timeout)
  const tries = isRepeatable(request) ? settings.retries + 1 : 1

  return traced(context, request, async (trace) => {
    for (let count = 1; ; count++) {
      request.signal?.throwIfAborted()
      const current: ApiAttempt = {
        method: request.method,
        path: request.template ?? request.path,
        attempt: count,
      }
      const startedAt = context.now()
      settings.hooks.onRequest?.(current)
      let status: number | undefined
      try {
        const timeout = Math.min(settings.attemptTimeout, Math.max(0, deadline - startedAt))
        const exchange = await attempt(context, request, timeout)
        status = exchange.response.status
        const requestId = requestIdOf(exchange.response)
        trace({ status, requestId, attempt: count })
        const duration = context.now() - startedAt
        settings.hooks.onResponse?.({ ...current, status, requestId, duration })
        return readAnswer(request, exchange, context.now())
      } catch (error) {
        if (!(error instanceof ApiUnavailableError) || count >= tries) throw error
        const delay = delayBeforeRetry(context, { count, retryAfter: error.retryAfter })
        if (context.now() + delay >= deadline) throw error
        settings.hooks.onRetry?.({ ...current, delay, status })
        await pause(context, delay, request.signal)
      }
    }
  })
}
