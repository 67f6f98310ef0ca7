import {
  type AuthKit,
  type AuthKitDeclarations,
  type AuthKitEffects,
  authKitFor,
  type ClaimsSchema,
  type CustomClaims,
  readEnvironment,
} from '@latchkey/core'
import { browserPath, nextBasePath } from './nextBasePath.ts'
import { DEFAULT_BASE_PATH } from './paths.ts'

/** What a {@link KitSource} may go by. */
export type RequestHeaders = Pick<Headers, 'get' | 'has'>

/**
 * Where an instance comes from: it is one, or it is made (or chosen) when a request needs it, by the
 * request's headers where several environments are served, e.g. by `host`. A function is called
 * for every request, so it keeps what it makes. `Declared` is what the product's instance declares.
 */
export type KitSource<Declared = unknown> =
  | AuthKit<Declared>
  | ((headers: RequestHeaders) => AuthKit<Declared>)

/** Options that every part of the kit takes. */
export interface KitOptions<Declared = unknown> {
  /** An instance of your own; the one that the environment variables describe otherwise. */
  readonly kit?: KitSource<Declared>
}

/** The instance that answers a request, for the deployment that the request has come to. */
export function kitFrom<Declared>(
  source: KitSource<Declared>,
  headers: RequestHeaders,
): AuthKit<Declared> {
  const kit = typeof source === 'function' ? source(headers) : source
  return kit.config.deployments.length === 0 ? kit : kit.at(headers)
}

/**
 * The instance that the environment variables describe, with what cannot stand in a variable: custom
 * claims, and what several instances share. It is made when first needed, so a build needs no
 * secrets.
 *
 * @throws {ConfigurationError} when first needed, naming every missing or wrong variable at once.
 * @example
 * ```ts
 * // lib/kit.ts, for `createAuth({ kit })`, `withAuth({ kit })` and `authRoutes({ kit })`
 * import { environmentKit } from '@latchkey/next'
 * import * as z from 'zod'
 *
 * export const kit = environmentKit({ claims: z.object({ plan: z.enum(['free', 'pro']) }) })
 * ```
 */
export function environmentKit<Schema extends ClaimsSchema>(
  options: AuthKitEffects & AuthKitDeclarations<Schema>,
): () => AuthKit<CustomClaims<Schema>>
export function environmentKit(options?: AuthKitEffects): () => AuthKit
export function environmentKit(
  options: AuthKitEffects & Partial<AuthKitDeclarations> = {},
): () => AuthKit {
  let kit: AuthKit | undefined
  return () => {
    // The whole `process.env`: a literal `process.env.NEXT_PUBLIC_…` would be frozen into the build.
    kit ??= authKitFor(readEnvironment(underBasePath(process.env)), options)
    return kit
  }
}

/** Where only the origin is named, the callback stands below Next's `basePath`. */
function underBasePath(environment: Environment): Environment {
  const { WORKOS_APP_URL: appUrl, NEXT_PUBLIC_WORKOS_REDIRECT_URI: redirectUri } = environment
  if (nextBasePath() === '' || !appUrl || redirectUri) return environment
  const callback = browserPath(`${DEFAULT_BASE_PATH}/callback`)
  return { ...environment, NEXT_PUBLIC_WORKOS_REDIRECT_URI: appUrl.replace(/\/$/, '') + callback }
}

type Environment = Readonly<Record<string, string | undefined>>

/** What is used where no instance was named; all parts of the kit in one bundle share it. */
export const defaultKit: KitSource = environmentKit()

/**
 * The source that options name. Without one it is the environment's, which declares nothing, and
 * then `Declared` is what nothing was inferred for.
 */
export function sourceOf<Declared>({ kit }: KitOptions<Declared>): KitSource<Declared> {
  return kit ?? (defaultKit as KitSource<Declared>)
}
