import { timeOutSsoSessions } from '../authentication/ssoSession.ts'
import { createClock } from '../clock.ts'
import { createFaults } from '../control/faults.ts'
import { createRateLimiter } from '../control/rateLimiter.ts'
import { createRequestLog } from '../control/requestLog.ts'
import { createSignal } from '../control/signal.ts'
import { createSnapshots } from '../control/snapshots.ts'
import type { Environment, Logger } from '../environment.ts'
import { openDeliveryQueue } from '../events/deliveryQueue.ts'
import { describe } from '../events/describe.ts'
import { recordEvent } from '../events/recordEvent.ts'
import { applySeed } from '../seed/applySeed.ts'
import type { ParsedSeed } from '../seed/seed.ts'
import type { Storage } from '../store/storage.ts'
import { openStore } from '../store/store.ts'
import { openSigningKeys } from '../tokens/signingKeys.ts'

/** What every environment of an emulator has in common. */
export type SharedSettings = {
  accessTokenTtl: number
  replayWindow: number
  rateLimits: boolean
  logger: Logger
  publicOrigin: string | null
}

/** Opens an environment on a storage; the seed is used when the storage is empty. */
export function openEnvironment(options: {
  apiKey: string
  clientId: string
  issuer?: string | undefined
  seed: ParsedSeed
  storage: Storage
  settings: SharedSettings
}): Environment {
  const { apiKey, clientId, seed, storage } = options
  const { rateLimits, ...settings } = options.settings
  const store = openStore(storage)
  const clock = createClock()
  const faults = createFaults()
  const changes = createSignal()
  const environment: Environment = {
    ...settings,
    apiKey,
    clientId,
    issuer: options.issuer ?? `https://api.workos.com/user_management/${clientId}`,
    checkResponses: process.env.NODE_ENV !== 'production',
    clock,
    store,
    signingKeys: openSigningKeys({ store, clock }),
    requests: createRequestLog(),
    faults,
    rateLimiter: rateLimits ? createRateLimiter(clock) : null,
    snapshots: createSnapshots({ store, clock, faults }),
    deliveries: openDeliveryQueue({ store, clock }),
    changes,
    seed,
  }
  store.observe((happening) => {
    for (const event of describe(environment, happening)) recordEvent(environment, event)
  })
  clock.subscribe(() => timeOutSsoSessions(environment))
  store.observe(changes.emit)
  clock.subscribe(changes.emit)
  if (store.applications.all().length === 0) {
    store.silently(() => applySeed(environment, seed))
  }
  return environment
}
