import type { Environment } from '../environment.ts'
import type { ParsedSeed } from '../seed/seed.ts'
import { newId } from '../store/id.ts'
import { randomToken } from '../store/secret.ts'

/** The environments of one emulator: the one it began with, and those made for parallel tests. */
export type Environments = {
  /** The one that is meant where nothing names another. */
  readonly main: Environment
  all(): Environment[]
  find(matches: (environment: Environment) => boolean): Environment | undefined
  /** Makes one with credentials of its own. It is kept in memory only. */
  create(options: { seed?: ParsedSeed | undefined }): Environment
  /** Forgets one and everything in it; says whether it was there. The main one stays. */
  delete(clientId: string): Promise<boolean>
}

/** Keeps environments apart: each is known by its API key and its client id. */
export function createEnvironments(options: {
  main: Environment
  open: (credentials: { apiKey: string; clientId: string; seed: ParsedSeed }) => Environment
}): Environments {
  const { main, open } = options
  const others = new Map<string, Environment>()
  const all = () => [main, ...others.values()]
  return {
    main,
    all,
    find: (matches) => all().find(matches),
    create: ({ seed = main.seed }) => {
      const apiKey = `sk_test_${randomToken()}`
      const environment = open({ apiKey, clientId: newId('client', Date.now()), seed })
      others.set(environment.clientId, environment)
      return environment
    },
    delete: async (clientId) => {
      const environment = others.get(clientId)
      if (!environment) return false
      others.delete(clientId)
      await environment.deliveries.close()
      return true
    },
  }
}
