import type { SteerableClock } from './clock.ts'
import type { createFaults } from './control/faults.ts'
import type { RateLimiter } from './control/rateLimiter.ts'
import type { RequestLog, RequestRefusal } from './control/requestLog.ts'
import type { Signal } from './control/signal.ts'
import type { Snapshots } from './control/snapshots.ts'
import type { DeliveryQueue } from './events/deliveryQueue.ts'
import type { ParsedSeed } from './seed/seed.ts'
import type { Store } from './store/store.ts'
import type { SigningKeys } from './tokens/signingKeys.ts'

/** Where the emulator reports what a developer should know. */
export type Logger = Pick<Console, 'info' | 'warn' | 'error'>

/** One WorkOS environment: its credentials, its time, its keys and all it knows. */
export type Environment = {
  apiKey: string
  clientId: string
  issuer: string
  /** Seconds that an access token lives. */
  accessTokenTtl: number
  /** How long a refresh token may be presented again, in milliseconds; 0 is never. */
  replayWindow: number
  /** Keeps the documented rate limits; `null` where nobody asked for them. */
  rateLimiter: RateLimiter | null
  /** Whether every answer is checked against the contract before it is sent. */
  checkResponses: boolean
  clock: SteerableClock
  store: Store
  signingKeys: SigningKeys
  requests: RequestLog
  faults: ReturnType<typeof createFaults>
  snapshots: Snapshots
  deliveries: DeliveryQueue
  /** Emits whenever something in it is no longer what it was. */
  changes: Signal
  /** What a reset goes back to. */
  seed: ParsedSeed
  logger: Logger
  /** Where emailed links lead; `null` is wherever the request that caused the email came in. */
  publicOrigin: string | null
}

/** What Hono carries along with a request. */
export type AppEnv = {
  Variables: {
    environment: Environment
    requestId: string
    /** The grant asked for, which the request log shows. */
    grantType?: string
    /** The fault that hit it, which the request log shows. */
    fault?: string
    /** The refusal that answered it, which the request log shows. */
    refusal?: RequestRefusal
    /** Where the request came from; absent for requests served in process. */
    ipAddress?: string
  }
}
