import type { SignedIn, User, WorkOS } from '@latchkey/core'
import type { RequestHeaders } from '../kit.ts'
import { type AuthOptions, type AuthState, auth } from './auth.ts'
import type { Credential } from './credential.ts'
import { type CurrentUserOptions, currentUser } from './currentUser.ts'
import { getAccessToken } from './getAccessToken.ts'
import { type CreateAuthOptions, instanceOf } from './instance.ts'
import {
  type ProtectedHandler,
  type ProtectRouteOptions,
  protectRoute,
  type RouteHandler,
} from './protectRoute.ts'
import { refreshSession } from './refreshSession.ts'
import { type RequireAuthOptions, requireAuth } from './requireAuth.ts'
import { type SignInUrlOptions, signInUrl } from './signInUrl.ts'
import { type SignOutOptions, signOut } from './signOut.ts'
import {
  type SwitchOrganizationOptions,
  type SwitchOutcome,
  switchOrganization,
} from './switchOrganization.ts'
import { workos } from './workos.ts'

/** The server helpers, bound to one instance and typed by what it declares. */
export interface Auth<Declared = unknown> {
  /**
   * Who makes the current request, in Server Components, route handlers and actions. Verifies the
   * cookie itself, so it holds without the proxy. It never refreshes: where that is due and no proxy
   * did it, it redirects through the kit's refresh route.
   *
   * @throws {UseCacheError} inside `"use cache"`.
   * @throws {ApiRejectedError} when WorkOS does not accept the product's own key, of which it is
   * asked about somebody's API key.
   */
  auth<const Accept extends Credential = 'session'>(
    options?: AuthOptions<Accept>,
  ): Promise<AuthState<Declared, Accept>>
  /**
   * The session of the current request, if it has all that is required. Whoever is not signed in,
   * or signed in too long ago, is sent to sign in and back; whoever may not gets `forbidden.tsx`
   * where the application enables it, `not-found.tsx` otherwise.
   *
   * @throws {SessionUnavailableError} while WorkOS cannot be reached.
   * @throws {InputError} for a requirement that does not exist.
   */
  requireAuth(options?: RequireAuthOptions): Promise<SignedIn<Declared>>
  /**
   * Guards a route handler: 401, 403 or 503 as problem JSON for whoever may not, the verified
   * caller in `context.auth` for whoever may. Refreshes the session where due, and lets nobody keep
   * the answer.
   *
   * @throws {InputError} for a requirement that does not exist, when the route is loaded.
   */
  protectRoute<const Accept extends Credential = 'session', Context = unknown>(
    options: ProtectRouteOptions<Accept>,
    handler: ProtectedHandler<Declared, Accept, Context>,
  ): RouteHandler<Context>
  /**
   * The user, as of the last sign-in or refresh, or as WorkOS knows them now; `undefined` where
   * nobody is signed in.
   *
   * @throws {SessionUnavailableError} while WorkOS cannot be reached.
   */
  currentUser(options?: CurrentUserOptions): Promise<User | undefined>
  /**
   * The access token, for the product's own services; `undefined` where nobody is signed in. It is
   * good for minutes: get it when it is needed.
   *
   * @throws {SessionUnavailableError} while WorkOS cannot be reached.
   */
  getAccessToken(): Promise<string | undefined>
  /**
   * Gets a new access token although the old one lives, with claims as they are now, e.g. after a
   * role has changed. In Server Actions and route handlers.
   *
   * @throws {CookiesNotWritableError} in a Server Component.
   */
  refreshSession(): Promise<AuthState<Declared>>
  /**
   * Signs the session in to another organization of its user. Where the organization wants another
   * proof, the outcome has the path to go to; the session is as it was then. In Server Actions and
   * route handlers.
   *
   * @throws {CookiesNotWritableError} in a Server Component.
   */
  switchOrganization(
    organizationId: string,
    options?: SwitchOrganizationOptions,
  ): Promise<SwitchOutcome<Declared>>
  /**
   * Signs out, here and at WorkOS, and leaves the page. In Server Actions and route handlers;
   * a route that does it must not answer GET.
   *
   * @throws {CookiesNotWritableError} in a Server Component.
   */
  signOut(options?: SignOutOptions): Promise<never>
  /**
   * Path of the route that begins a sign-in, for `<a>`; `<Link>` and `redirect()` would add Next's
   * `basePath` again.
   */
  getSignInUrl(options?: SignInUrlOptions): string
  /** Path of the route that begins a sign-up; see `getSignInUrl`. */
  getSignUpUrl(options?: SignInUrlOptions): string
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
    protectRoute: (required, handler) => protectRoute(instance, required, handler),
    currentUser: (request) => currentUser(instance, request),
    getAccessToken: () => getAccessToken(instance),
    refreshSession: () => refreshSession(instance),
    switchOrganization: (organizationId, request) =>
      switchOrganization(instance, organizationId, request),
    signOut: (request) => signOut(instance, request),
    getSignInUrl: (request = {}) => signInUrl(instance, { ...request, screen: 'sign-in' }),
    getSignUpUrl: (request = {}) => signInUrl(instance, { ...request, screen: 'sign-up' }),
    workos: (headers) => workos(instance, headers),
  }
}
