import { type AuthKit, authKitFor, readEnvironment } from '@latchkey/core'

let environmentKit: AuthKit | undefined

/**
 * The instance that the environment describes, read when first needed, so that a build needs no
 * secrets. The whole `process.env` is handed on: a literal `process.env.NEXT_PUBLIC_…` would be
 * frozen into the build.
 */
export function defaultKit(): AuthKit {
  environmentKit ??= authKitFor(readEnvironment(process.env))
  return environmentKit
}

/** Options that every part of the kit takes. */
export interface KitOptions {
  /** An instance of your own, e.g. for a second WorkOS environment; the environment's otherwise. */
  readonly kit?: AuthKit
}

/** The instance to use. */
export function kitOf({ kit }: KitOptions): AuthKit {
  return kit ?? defaultKit()
}
