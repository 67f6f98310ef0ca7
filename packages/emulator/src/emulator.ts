import type { EmulatorEnvironment } from './control/controlEnvironment.ts'
import type { Logger } from './environment.ts'
import type { Seed } from './seed/seed.ts'

/** How an emulator is to be. Everything may be left out. */
export type EmulatorOptions = {
  /** What it begins with: a seed, or the path of a YAML or JSON file; `defaultSeed` unless given. */
  seed?: Seed | string
  /** Seconds that an access token lives; 300 unless given. */
  accessTokenTtl?: number
  /** Refuses a refresh token at once when it is presented again, instead of after 30 seconds. */
  strictRefresh?: boolean
  /** Refuses with 429 what is over WorkOS's documented rate limits. Off unless given. */
  rateLimits?: boolean
  /** A SQLite file that outlives the process. The seed is used when the file is new. */
  persist?: string
  /** The `iss` of access tokens; `https://api.workos.com/user_management/<clientId>` unless given. */
  issuer?: string
  /** Where the outside world reaches it, when that is not where it listens. */
  origin?: string
  /** `sk_test_emulator` unless given; a live key is refused. */
  apiKey?: string
  /** `client_emulator` unless given. */
  clientId?: string
  /** Starts although NODE_ENV is production. */
  force?: boolean
  /** Hears what goes wrong; failures go to the console unless given. */
  logger?: Logger
}

/** WorkOS on this machine: its main environment, and others beside it. */
export type Emulator = EmulatorEnvironment & {
  /** Where it is reached, e.g. `http://127.0.0.1:4100`. */
  readonly url: string
  /** Answers in process, without a port. Rejects when a fault resets the connection. */
  fetch(request: Request): Promise<Response>
  /** Opens a port: a free one on 127.0.0.1 unless told otherwise. */
  listen(where?: { port?: number; host?: string }): Promise<{ url: string }>
  /** Environments for tests that run in parallel: they share the port and never meet. */
  readonly environments: {
    /**
     * Makes an environment with an API key and a client id of its own, from the emulator's seed
     * unless another is given. It is kept in memory. Throws a `SeedError`.
     */
    create(options?: { seed?: Seed | string }): Promise<EmulatorEnvironment>
    /** Forgets an environment. */
    delete(environment: Pick<EmulatorEnvironment, 'clientId'>): Promise<void>
  }
  /** Stops answering and lets go of the port and the file. */
  close(): Promise<void>
}
