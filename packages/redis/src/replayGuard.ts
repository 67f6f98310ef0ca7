import type { ReplayAnswer, ReplayGuard } from '@latchkey/core/webhooks'
import { type TimedRedisOptions, timedCommandsOf } from './timeLimit.ts'

/** Milliseconds for which events are remembered: WorkOS delivers again for three days. */
const RETENTION = 4 * 24 * 60 * 60 * 1000

/** Milliseconds after which an event is free again that nobody completed. */
const LEASE = 60_000

/** Options of {@link createRedisReplayGuard}. */
export interface RedisReplayGuardOptions extends TimedRedisOptions {
  /** Milliseconds for which handled events are remembered; four days unless set. */
  readonly retention?: number
  /** Milliseconds that handlers may take before another delivery may begin; a minute unless set. */
  readonly lease?: number
}

/** Arguments: owner, lease. */
const BEGIN = `
local owner = redis.call('GET', KEYS[1])
if owner == 'done' then return 'done' end
if owner then return 'under-way' end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 'begun'
`

/** Arguments: retention. */
const COMPLETE = `redis.call('SET', KEYS[1], 'done', 'PX', ARGV[1])`

/** Arguments: owner. What somebody else holds or has done stays. */
const ABANDON = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`

/**
 * A `ReplayGuard` in Redis: an event is handled by one instance, however often and wherever it is
 * delivered. While Redis does not answer, the receiver answers 500, and WorkOS delivers again.
 *
 * @throws {InputError} for a timeout that is no positive number.
 * @example
 * ```ts
 * import { createWebhookReceiver } from '@latchkey/core/webhooks'
 * import { createRedisReplayGuard } from '@latchkey/redis'
 * import { createClient } from 'redis'
 *
 * const client = createClient({ url: process.env.REDIS_URL ?? 'redis://localhost:6379' })
 * client.on('error', (error) => console.error(`Redis: ${error.message}`))
 * void client.connect()
 *
 * export const POST = createWebhookReceiver({
 *   secrets: process.env.WORKOS_WEBHOOK_SECRET,
 *   replay: createRedisReplayGuard({ client }),
 *   handlers: { 'user.created': ({ data }) => console.info(`${data.email} is new`) },
 * })
 * ```
 */
export function createRedisReplayGuard({
  retention = RETENTION,
  lease = LEASE,
  ...options
}: RedisReplayGuardOptions): ReplayGuard {
  const redis = timedCommandsOf(options)
  const owner = crypto.randomUUID()
  const keyOf = (eventId: string) => `event:${eventId}`
  return {
    async begin(eventId) {
      return answerOf(await redis.run(BEGIN, keyOf(eventId), owner, Math.ceil(lease)))
    },
    async complete(eventId) {
      await redis.run(COMPLETE, keyOf(eventId), Math.ceil(retention))
    },
    async abandon(eventId) {
      await redis.run(ABANDON, keyOf(eventId), owner)
    },
  }
}

function answerOf(answer: unknown): ReplayAnswer {
  if (answer === 'begun' || answer === 'under-way' || answer === 'done') return answer
  throw new Error('Redis answered something that this package never stored.')
}
