import type { AuthKit, Cookies } from '@latchkey/core'
import type { RequestKind } from '../http/requestKind.ts'
import type { AppStateSchema } from './appState.ts'
import type { SignInHooks } from './signInHooks.ts'

/** What every route of the kit gets. */
export interface RouteContext {
  readonly kit: AuthKit
  readonly request: Request
  readonly query: URLSearchParams
  readonly cookies: Cookies
  readonly kind: RequestKind
  /** Where the kit's routes are mounted, e.g. `/auth`. */
  readonly basePath: string
  /** The whole address of a path of the product, below Next's `basePath`. */
  readonly urlOf: (path: string) => string
  readonly hooks: SignInHooks
  /** What sign-ins may send along; nothing without it. */
  readonly appState: AppStateSchema | undefined
}

/** One route of the kit. */
export type RouteHandler = (context: RouteContext) => Promise<Response>
