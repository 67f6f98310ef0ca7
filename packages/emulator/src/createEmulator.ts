import { createApp } from './app.ts'
import { latestEmail, listEmails } from './authentication/inbox.ts'
import { createClock } from './clock.ts'
import { listAccounts } from './control/accounts.ts'
import { mintSession } from './control/mintSession.ts'
import { createRequestLog } from './control/requestLog.ts'
import { resetEnvironment } from './control/resetEnvironment.ts'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import type { Environment, Logger } from './environment.ts'
import { type Listener, listen } from './listen.ts'
import { applySeed } from './seed/applySeed.ts'
import { defaultSeed } from './seed/defaultSeed.ts'
import { parseSeed } from './seed/parseSeed.ts'
import { readSeedFile } from './seed/readSeedFile.ts'
import { openSqliteStorage } from './store/sqliteStorage.ts'
import { inMemory } from './store/storage.ts'
import { openStore } from './store/store.ts'
import { openSigningKeys } from './tokens/signingKeys.ts'

const replayWindow = 30_000

/** Reports nothing but failures. */
const quiet: Logger = { info: () => {}, warn: () => {}, error: console.error }

/**
 * Starts WorkOS on this machine, in this process. It answers through `fetch` at once; `listen`
 * opens a port. Throws when the seed cannot be used, when an API key looks real, and in production.
 *
 * @example
 * const emulator = await createEmulator()
 * const { url } = await emulator.listen()
 * const { access_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
 * await emulator.close()
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { apiKey = 'sk_test_emulator', clientId = 'client_emulator' } = options
  refuseProduction(apiKey, options.force ?? false)

  const { seed = defaultSeed } = options
  const parsedSeed =
    typeof seed === 'string' ? await readSeedFile(seed) : parseSeed(seed, { source: 'The seed' })
  const storage =
    options.persist === undefined ? inMemory : await openSqliteStorage(options.persist)
  const store = openStore(storage)
  const clock = createClock()
  let listener: Listener | undefined

  const environment: Environment = {
    apiKey,
    clientId,
    issuer: options.issuer ?? `https://api.workos.com/user_management/${clientId}`,
    accessTokenTtl: positive('accessTokenTtl', options.accessTokenTtl ?? 300),
    replayWindow: options.strictRefresh ? 0 : replayWindow,
    checkResponses: process.env.NODE_ENV !== 'production',
    clock,
    store,
    signingKeys: openSigningKeys({ store, clock }),
    requests: createRequestLog(),
    seed: parsedSeed,
    logger: options.logger ?? quiet,
    publicOrigin: options.origin ?? null,
  }
  if (store.applications.all().length === 0) applySeed(environment, parsedSeed)
  const app = createApp(environment)

  const url = () => options.origin ?? listener?.url ?? 'http://emulator.localhost'
  let closed: Promise<void> | undefined
  const close = async () => {
    await listener?.close()
    store.flush()
    store.close()
  }

  return {
    apiKey,
    clientId,
    clock,
    get url() {
      return url()
    },
    fetch: async (request) => app.fetch(request),
    listen: async (where) => {
      if (listener) throw new Error(`The emulator listens at ${listener.url} already.`)
      listener = await listen(app, where ?? {}, environment.logger)
      // Ready before the first sign-in asks for it; whoever asks hears of a failure.
      environment.signingKeys.current().catch(() => {})
      return { url: url() }
    },
    requests: () => environment.requests.list(),
    inbox: {
      list: () => listEmails(environment),
      latest: (address) => latestEmail(environment, address),
    },
    mintSession: (wish) => mintSession(environment, wish),
    accounts: () => listAccounts(environment),
    reset: () => resetEnvironment(environment),
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

function refuseProduction(apiKey: string, force: boolean): void {
  if (apiKey.startsWith('sk_live_')) {
    throw new Error('The emulator does not take a live API key. Use one that begins with sk_test_.')
  }
  if (process.env.NODE_ENV === 'production' && !force) {
    throw new Error('The emulator does not start with NODE_ENV=production unless it is forced to.')
  }
}

function positive(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0) return value
  throw new RangeError(`${name} must be a whole number of seconds above 0, not ${value}.`)
}
