import type { Context } from 'hono'
import { createContext } from 'hono/jsx'
import type { AppEnv } from '../../environment.ts'

/** Where the console of the main environment is; other environments have theirs below their id. */
export const mainBase = '/_emulator/console'

/** Where the console of an environment is. */
export const baseOf = (clientId: string): string => `/_emulator/environments/${clientId}/console`

/** The console that a request is to, e.g. `/_emulator/console`. */
export const requestBase = ({ req }: Context<AppEnv>): string =>
  /^.*?\/console(?=\/|$)/.exec(req.path)?.[0] ?? mainBase

/** A path within the console: `/_emulator/console/users/user_1` is `users/user_1`. */
export const pathWithin = (context: Context<AppEnv>): string =>
  context.req.path.slice(requestBase(context).length + 1)

/** The base that the links of a page begin with. */
export const Base = createContext<string>(mainBase)
