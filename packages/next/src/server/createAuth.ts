import type { SignedIn, WorkOS } from '@latchkey/core'
import type { RequestHeaders } from '../kit.ts'
import { type AuthOptions, type AuthState, auth } from './auth.ts'
import { type CreateAuthOptions, instanceOf } from './instance.ts'
import { requireAuth } from './requireAuth.ts'
import { workos } from './workos.ts'

/** The server helpers, bound to one instance and typed by what it declares. */
export interface Auth<Declared = unknown> {
  /**
   * The session of the current request, in Server Components, route handlers and actions. Verifies
   * the cookie itself, so it holds without the proxy. It never refreshes: where that is due and no
   * proxy did it, it redirects through the kit's refresh route.
   */
  auth(options?: AuthOptions): Promise<AuthState<Declared>>
  /**
   * The session of the current request; sends everybody else to sign in and back.
   *
   * @throws {SessionUnavailableError} while WorkOS cannot be reached.
   */
  requireAuth(options?: AuthOptions): Promise<SignedIn<Declared>>
  /**
   * The typed WorkOS API. Server only: it carries the API key. Takes the request's headers where
   * they decide which instance it is.
   */
  workos(headers?: RequestHeaders): WorkOS
}

/**
 * The server helpers for an instance of your own: with custom claims, with what several instances
 * share, or chosen by host. Whoever needs none of that imports the helpers themselves.
 *
 * @example
 * ```ts
 * // lib/auth.ts
 * import { createAuth, environmentKit } from '@latchkey/next'
 * import * as z from 'zod'
 *
 * export const { auth, requireAuth, workos } = createAuth({
 *   kit: environmentKit({ claims: z.object({ plan: z.enum(['free', 'pro']) }) }),
 * })
 *
 * export async function isPro() {
 *   const { claims } = await requireAuth()
 *   return claims.custom.plan === 'pro'
 * }
 * ```
 */
export function createAuth<Declared = unknown>(
  options: CreateAuthOptions<Declared> = {},
): Auth<Declared> {
  const instance = instanceOf(options)
  return {
    auth: (request) => auth(instance, request),
    requireAuth: (request) => requireAuth(instance, request),
    workos: (headers) => workos(instance, headers),
  }
}
