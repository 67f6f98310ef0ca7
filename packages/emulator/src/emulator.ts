import type { AuthenticateResultWire } from '@latchkey/core/contract'
import type { Clock } from './clock.ts'
import type { Account } from './control/accounts.ts'
import type { MintSession } from './control/mintSession.ts'
import type { LoggedRequest } from './control/requestLog.ts'
import type { Logger } from './environment.ts'
import type { Seed } from './seed/seed.ts'
import type { EmailRecord } from './store/records.ts'

/** How an emulator is to be. Everything may be left out. */
export type EmulatorOptions = {
  /** What it begins with: a seed, or the path of a YAML or JSON file. Three organizations unless given. */
  seed?: Seed | string
  /** Seconds that an access token lives; 300 unless given. */
  accessTokenTtl?: number
  /** Refuses a refresh token at once when it is presented again, instead of after 30 seconds. */
  strictRefresh?: boolean
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

/** An email in the inbox, with its code or link taken out. */
export type Email = EmailRecord

/** WorkOS on this machine. */
export type Emulator = {
  readonly apiKey: string
  readonly clientId: string
  /** Where it is reached, e.g. `http://127.0.0.1:4100`. */
  readonly url: string
  /** Its time; everything that lives for a while in it goes by this. */
  readonly clock: Clock
  /** Answers in process, without a port. */
  fetch(request: Request): Promise<Response>
  /** Opens a port: a free one on 127.0.0.1 unless told otherwise. */
  listen(where?: { port?: number; host?: string }): Promise<{ url: string }>
  /** The latest 1000 requests, oldest first; those to the control API are left out. */
  requests(): LoggedRequest[]
  readonly inbox: {
    /** Every email, newest first. */
    list(): Email[]
    /** The newest email to an address. */
    latest(address: string): Email | undefined
  }
  /** Signs somebody in without a browser. Throws a `MintError` when it cannot be done. */
  mintSession(wish: MintSession): Promise<AuthenticateResultWire>
  /** Everybody in it, with the seed's passwords. */
  accounts(): Account[]
  /** Goes back to the seed and to the machine's time. The signing keys stay. */
  reset(): void
  /** Stops answering and lets go of the port and the file. */
  close(): Promise<void>
}
