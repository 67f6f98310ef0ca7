import { onTestFinished } from 'vitest'
import { type Instance, startInstances } from './instances.ts'
import { freePort, type RedisServer, startRedis } from './redisServer.ts'
import { people, startWorkOS, type WorkOSWorld } from './workos.ts'

/** Several processes of a product, with the WorkOS and the Redis that they share. */
export interface Fleet extends WorkOSWorld {
  readonly redis: RedisServer
  readonly instances: readonly Instance[]
  /** Where each of them is. */
  readonly urls: readonly string[]
  /** Moves every clock, by seconds. */
  travel(seconds: number): Promise<void>
  /** The `Cookie` header of somebody whose access token is over. */
  expiredCookie(): Promise<string>
  /** How often an event was told of, by each instance. */
  told(event: string): readonly number[]
}

/** Starts four of them; everything ends with the test. */
export async function startFleet(options: { strictRefresh: boolean }): Promise<Fleet> {
  const redis = await startRedis()
  onTestFinished(() => redis.kill())
  return fleetWith(redis, redis.url, options)
}

/** The same with a Redis that is not there. */
export async function startFleetWithoutRedis(options: {
  strictRefresh: boolean
}): Promise<Omit<Fleet, 'redis'>> {
  return fleetWith(undefined, `redis://127.0.0.1:${await freePort()}`, options)
}

async function fleetWith<Redis>(
  redis: Redis,
  redisUrl: string,
  options: { strictRefresh: boolean },
): Promise<Omit<Fleet, 'redis'> & { redis: Redis }> {
  const workos = await startWorkOS(options)
  const instances = await startInstances(4, { ...workos.env, REDIS_URL: redisUrl })
  let clockOffset = 0

  async function travel(seconds: number): Promise<void> {
    clockOffset += seconds * 1000
    workos.emulator.clock.advance({ seconds })
    await Promise.all(instances.map((instance) => instance.set({ clockOffset })))
  }

  return {
    ...workos,
    redis,
    instances,
    urls: instances.map(({ url }) => url),
    travel,
    async expiredCookie() {
      const cookie = await workos.signIn(people.ada)
      await travel(600)
      return cookie
    },
    told: (name) => instances.map(({ events }) => events.filter((event) => event === name).length),
  }
}
