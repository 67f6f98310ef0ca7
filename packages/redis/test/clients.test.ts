import { createClient, createClientPool, createCluster, createSentinel } from 'redis'
import { createClient as createClient5 } from 'redis-5'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createRedisCoordinator,
  createRedisReplayGuard,
  createRedisRevocations,
  type RedisConnection,
} from '../src/index.ts'
import { type RedisServer, startRedis } from './support/redisServer.ts'

let redis: RedisServer

beforeAll(async () => {
  redis = await startRedis()
  return () => redis.kill()
})

const clients = {
  'one connection': () => createClient({ url: redis.url }),
  'a pool': () => createClientPool({ url: redis.url }),
  'version 5': () => createClient5({ url: redis.url }),
}

describe.each(Object.entries(clients))('%s', (name, create) => {
  it('serves all three', async () => {
    const client = create()
    await client.connect()
    const options = { client, prefix: `${name}:` }

    const subject = { session: 'session', credential: 'credential' }
    const coordinator = createRedisCoordinator(options)
    const turn = await coordinator.begin(subject, { lease: 60_000 })
    if (turn.kind !== 'lead') throw new Error(turn.kind)
    const outcome = { kind: 'session', sealed: 'sealed' } as const
    await coordinator.land(subject, { fence: turn.fence, outcome, retention: 60_000 })
    expect(await coordinator.begin(subject, { lease: 60_000 })).toEqual({ kind: 'landed', outcome })

    const claims = {
      userId: 'user_1',
      sessionId: 'session_1',
      organizationId: 'org_1',
      issuedAt: 100,
    }
    await createRedisRevocations(options).revoke({ kind: 'user', userId: 'user_1', at: 100 })
    const revocations = createRedisRevocations(options)
    expect(await revocations.check(claims, { strict: true })).toBe('revoked')

    const replay = createRedisReplayGuard(options)
    expect(await replay.begin('event_1')).toBe('begun')
    await replay.complete('event_1')
    expect(await replay.begin('event_1')).toBe('done')
    client.destroy()
  })
})

describe('a client that is not connected', () => {
  it.each(Object.entries(clients))('as %s throws instead of waiting', async (_, create) => {
    const client = create()
    const revocations = createRedisRevocations({ client, timeout: 50 })
    const claims = { userId: 'u', sessionId: 's', organizationId: undefined, issuedAt: 1 }
    await expect(revocations.check(claims, { strict: true })).rejects.toThrow()
  })
})

describe('clusters and sentinels', () => {
  it('fit, too', () => {
    const all: readonly RedisConnection[] = [
      createCluster({ rootNodes: [{ url: redis.url }] }),
      createSentinel({ name: 'main', sentinelRootNodes: [{ host: '127.0.0.1', port: 26379 }] }),
    ]
    for (const client of all) {
      expect(client).toMatchObject({ get: expect.any(Function), eval: expect.any(Function) })
    }
  })
})

describe('a timeout that is no positive number', () => {
  it('is refused', () => {
    const client = createClient({ url: redis.url })
    for (const timeout of [0, -1, Number.NaN]) {
      expect(() => createRedisRevocations({ client, timeout })).toThrow('not a positive number')
    }
  })
})
