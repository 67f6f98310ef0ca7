import { startRedis } from '../../packages/redis/test/support/redisServer.ts'
import type { App } from './app.ts'
import { refuseSecrets } from './refuseSecrets.ts'
import { openWorld, startAppFor, type World } from './world.ts'

/** Several processes of one application, each a world, with the WorkOS and the Redis they share. */
export interface Fleet {
  readonly worlds: readonly World[]
  /** Moves the clocks of WorkOS and of every process together. */
  travel(by: { seconds: number }): Promise<void>
  close(): Promise<void>
}

/** Starts so many processes of the guarded application. */
export async function openFleet({ instances }: { instances: number }): Promise<Fleet> {
  const directory = new URL('../apps/guarded', import.meta.url)
  const redis = await startRedis()
  const env = { REDIS_URL: redis.url }
  const first = await openWorld({ directory, env })
  const others: readonly App[] = await Promise.all(
    Array.from({ length: instances - 1 }, () => startAppFor(first.emulator, { directory, env })),
  )
  let offset = 0
  return {
    worlds: [first, ...others.map((app) => ({ ...first, app }))],
    async travel(by) {
      offset += by.seconds * 1000
      await first.travel(by)
      await Promise.all(others.map((app) => app.setClock(offset)))
    },
    async close() {
      await Promise.all(others.map((app) => app.stop()))
      await redis.kill()
      await first.close()
      for (const app of others) refuseSecrets(app.output(), first)
    },
  }
}
