import { createRevocations, type Revocation, type Revocations } from '@latchkey/core'
import { type TimedRedisOptions, timedCommandsOf } from './timeLimit.ts'

/** Milliseconds; no access token lives longer than that. */
const RETENTION = 24 * 60 * 60 * 1000

/** Options of {@link createRedisRevocations}. */
export interface RedisRevocationsOptions extends TimedRedisOptions {
  /** Milliseconds for which a revocation is kept, as long as the longest access token lives; a day. */
  readonly retention?: number
}

/** Arguments: seconds since the epoch or `inf`, retention. The later time holds. */
const REVOKE = `
local known = tonumber(redis.call('GET', KEYS[1]) or '-inf')
local latest = known > tonumber(ARGV[1]) and redis.call('GET', KEYS[1]) or ARGV[1]
redis.call('SET', KEYS[1], latest, 'PX', ARGV[2])
`

/**
 * `Revocations` in Redis: what one instance is told holds at the next strict check of every other,
 * which costs one round trip. Other checks go by what this process was told or has learned, and cost
 * none. A strict check that Redis does not answer throws, so that the session is `unavailable`.
 *
 * @throws {InputError} for a timeout that is no positive number.
 * @example
 * ```ts
 * import { authKitFor, parseCookies, readEnvironment } from '@latchkey/core'
 * import { createRedisRevocations } from '@latchkey/redis'
 * import { createClient } from 'redis'
 *
 * const client = createClient({ url: process.env.REDIS_URL ?? 'redis://localhost:6379' })
 * client.on('error', (error) => console.error(`Redis: ${error.message}`))
 * void client.connect()
 *
 * const kit = authKitFor(readEnvironment(process.env), {
 *   revocations: createRedisRevocations({ client }),
 * })
 *
 * export const stateForPayments = (request: Request) =>
 *   kit.loadSession(parseCookies(request.headers.get('cookie')), { strict: true })
 * ```
 */
export function createRedisRevocations({
  retention = RETENTION,
  ...options
}: RedisRevocationsOptions): Revocations {
  const redis = timedCommandsOf(options)
  const known = createRevocations({ retention })

  async function learn(revocation: Revocation): Promise<void> {
    const until = await redis.get(keyOf(revocation))
    if (until === null) return
    await known.revoke(
      revocation.kind === 'session' ? revocation : { ...revocation, at: Number(until) },
    )
  }

  return {
    async revoke(revocation) {
      await known.revoke(revocation)
      const until = revocation.kind === 'session' ? 'inf' : revocation.at
      await redis.run(REVOKE, keyOf(revocation), until, Math.ceil(retention))
    },
    async check(claims, { strict } = { strict: false }) {
      if (!strict || (await known.check(claims)) === 'revoked') return known.check(claims)
      const { sessionId, userId, organizationId } = claims
      // Commands of one moment travel together.
      await Promise.all([
        learn({ kind: 'session', sessionId }),
        learn({ kind: 'user', userId, at: 0 }),
        ...(organizationId === undefined
          ? []
          : [learn({ kind: 'membership', userId, organizationId, at: 0 })]),
      ])
      return known.check(claims)
    },
  }
}

function keyOf(revocation: Revocation): string {
  switch (revocation.kind) {
    case 'session':
      return `revoked:session:${revocation.sessionId}`
    case 'user':
      return `revoked:user:${revocation.userId}`
    case 'membership':
      return `revoked:membership:${revocation.userId}:${revocation.organizationId}`
  }
}
