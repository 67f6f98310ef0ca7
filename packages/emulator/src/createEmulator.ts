import { createApp } from './app.ts'
import { controlEnvironment } from './control/controlEnvironment.ts'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import type { Logger } from './environment.ts'
import { createEnvironments } from './environments/environments.ts'
import { openEnvironment } from './environments/openEnvironment.ts'
import { type Listener, listen } from './listen.ts'
import { defaultSeed } from './seed/defaultSeed.ts'
import { loadSeed } from './seed/loadSeed.ts'
import { openSqliteStorage } from './store/sqliteStorage.ts'
import { inMemory } from './store/storage.ts'

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

  const settings = {
    accessTokenTtl: positive('accessTokenTtl', options.accessTokenTtl ?? 300),
    replayWindow: options.strictRefresh ? 0 : replayWindow,
    rateLimits: options.rateLimits ?? false,
    logger: options.logger ?? quiet,
    publicOrigin: options.origin ?? null,
  }
  const seed = await loadSeed(options.seed ?? defaultSeed)
  const storage =
    options.persist === undefined ? inMemory : await openSqliteStorage(options.persist)
  const { issuer } = options
  const main = openEnvironment({ apiKey, clientId, issuer, seed, storage, settings })
  const environments = createEnvironments({
    main,
    open: (credentials) => openEnvironment({ ...credentials, storage: inMemory, settings }),
  })
  const app = createApp(environments)
  let listener: Listener | undefined

  const url = () => options.origin ?? listener?.url ?? 'http://emulator.localhost'
  let closed: Promise<void> | undefined
  const close = async () => {
    await listener?.close()
    await Promise.all(environments.all().map(({ deliveries }) => deliveries.close()))
    main.store.flush()
    main.store.close()
  }

  return {
    ...controlEnvironment(main),
    get url() {
      return url()
    },
    fetch: async (request) => app.fetch(request),
    listen: async (where) => {
      if (listener) throw new Error(`The emulator listens at ${listener.url} already.`)
      listener = await listen(app, where ?? {}, settings.logger)
      // Ready before the first sign-in asks for it; whoever asks hears of a failure.
      main.signingKeys.current().catch(() => {})
      return { url: url() }
    },
    environments: {
      create: async (wish = {}) =>
        controlEnvironment(
          environments.create({ seed: wish.seed === undefined ? seed : await loadSeed(wish.seed) }),
        ),
      delete: async (environment) => {
        if (!(await environments.delete(environment.clientId))) {
          throw new RangeError(`There is no environment ${environment.clientId} to delete.`)
        }
      },
    },
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
