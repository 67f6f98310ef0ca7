import type { RefreshCoordinator, RefreshTurn, SharedOutcome } from '@latchkey/core'
import { commandsOf, type RedisOptions } from './connection.ts'
import { BEGIN, EXTEND, LAND } from './coordinatorScripts.ts'

/**
 * A `RefreshCoordinator` in Redis: instances that share it refresh a session once between them.
 *
 * A session has one key, which expires. It holds whose turn it is and until when, the newest
 * session as sealed for the cookie, and digests of the refresh tokens that were exchanged for it:
 * nothing that could be used without the cookie password. Times are Redis's own. The kit bounds how
 * long it waits for an answer, and gives a turn back that comes too late.
 *
 * @example
 * ```ts
 * import { authKitFor, readEnvironment } from '@latchkey/core'
 * import { createRedisCoordinator } from '@latchkey/redis'
 * import { createClient } from 'redis'
 *
 * const client = createClient({ url: process.env.REDIS_URL ?? 'redis://localhost:6379' })
 * client.on('error', (error) => console.error(`Redis: ${error.message}`))
 * void client.connect()
 *
 * export const kit = authKitFor(readEnvironment(process.env), {
 *   coordinator: createRedisCoordinator({ client }),
 * })
 * ```
 */
export function createRedisCoordinator(options: RedisOptions): RefreshCoordinator {
  const redis = commandsOf(options)
  const keyOf = (session: string) => `refresh:${session}`
  return {
    async begin({ session, credential }, { lease }) {
      return turnOf(await redis.run(BEGIN, keyOf(session), credential, lease))
    },
    async extend({ session }, { fence, lease }) {
      await redis.run(EXTEND, keyOf(session), fence, lease)
    },
    async land({ session, credential }, { fence, outcome, retention }) {
      const sealed = outcome.kind === 'session' ? outcome.sealed : ''
      const standing = await redis.run(
        LAND,
        keyOf(session),
        credential,
        fence,
        Math.ceil(retention),
        outcome.kind,
        sealed,
      )
      return outcomeOf(standing)
    },
  }
}

function turnOf(answer: unknown): RefreshTurn {
  const [kind, value] = wordsOf(answer)
  switch (kind) {
    case 'lead':
      return { kind: 'lead', fence: Number(value) }
    case 'wait':
      return { kind: 'wait' }
    default:
      return { kind: 'landed', outcome: outcomeOf(answer) }
  }
}

function outcomeOf(answer: unknown): SharedOutcome {
  const [kind, sealed] = wordsOf(answer)
  if (kind === 'refused') return { kind: 'refused' }
  if (kind === 'session' && sealed !== undefined) return { kind: 'session', sealed }
  throw new Error('Redis answered something that this package never stored.')
}

function wordsOf(answer: unknown): readonly (string | undefined)[] {
  return Array.isArray(answer) ? answer.map((word) => (word === null ? undefined : `${word}`)) : []
}
