import type { AuthKitEffects } from '@latchkey/core'
import { createRedisCoordinator, createRedisRevocations } from '@latchkey/redis'
import { createClient } from 'redis'

/** What several instances of this application share, where there is a Redis for it. */
export function shared(url: string | undefined): AuthKitEffects {
  if (url === undefined) return {}
  const client = createClient({ url })
  client.on('error', (error) => console.error(`Redis: ${error.message}`))
  void client.connect()
  return {
    coordinator: createRedisCoordinator({ client }),
    revocations: createRedisRevocations({ client }),
  }
}
