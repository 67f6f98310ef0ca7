import { beforeAll, describe, expect, it } from 'vitest'
import { createRedisReplayGuard, type RedisReplayGuardOptions } from '../src/index.ts'
import { connect } from './support/connect.ts'
import { type RedisServer, startRedis } from './support/redisServer.ts'

let redis: RedisServer

beforeAll(async () => {
  redis = await startRedis()
  return () => redis.kill()
})

let events = 0
const newEvent = () => `event_${++events}`

async function newGuard(options: Partial<RedisReplayGuardOptions> = {}) {
  return createRedisReplayGuard({ client: await connect(redis.url), ...options })
}

describe('an event', () => {
  it('is begun once, by one of all instances that it is delivered to', async () => {
    const guards = await Promise.all(Array.from({ length: 5 }, () => newGuard()))
    const event = newEvent()
    const answers = await Promise.all(guards.map((guard) => guard.begin(event)))
    expect(answers.toSorted()).toEqual(['begun', ...Array(4).fill('under-way')])
  })

  it('that was handled is done for every instance', async () => {
    const [one, other] = [await newGuard(), await newGuard()]
    const event = newEvent()
    await one.begin(event)
    await one.complete(event)
    expect(await other.begin(event)).toBe('done')
    await other.abandon(event)
    expect(await one.begin(event)).toBe('done')
  })

  it('whose handling failed is free again, for whoever comes next', async () => {
    const [one, other] = [await newGuard(), await newGuard()]
    const event = newEvent()
    await one.begin(event)
    await one.abandon(event)
    expect(await other.begin(event)).toBe('begun')
    await one.abandon(event)
    expect(await one.begin(event)).toBe('under-way')
  })

  it('that nobody completes is free again after a while', async () => {
    const [dead, living] = [await newGuard({ lease: 1 }), await newGuard()]
    const event = newEvent()
    await dead.begin(event)
    await expect.poll(() => living.begin(event)).toBe('begun')
  })

  it('is forgotten in the end', async () => {
    const guard = await newGuard({ prefix: 'brief:', retention: 1_000 })
    const event = newEvent()
    await guard.begin(event)
    await guard.complete(event)
    const lifetime = (await redis.lifetimes())[`brief:event:${event}`]
    expect(lifetime).toBeGreaterThan(0)
    expect(lifetime).toBeLessThanOrEqual(1_000)
  })
})
