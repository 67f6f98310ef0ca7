import { type Auth, createAuth } from './createAuth.ts'

/** Made of environment variables that are read when first needed: importing this needs none. */
const environment: Auth = /* @__PURE__ */ createAuth()

/**
 * The session of the current request, in Server Components, route handlers and actions. Verifies
 * the cookie itself, so it holds without the proxy. It never refreshes: where that is due and no
 * proxy did it, it redirects through the kit's refresh route.
 *
 * @throws {UseCacheError} inside `"use cache"`: call it outside, and pass what is needed.
 * @example
 * ```tsx
 * import { auth } from '@latchkey/next'
 *
 * export default async function Greeting() {
 *   const session = await auth()
 *   return <p>{session.status === 'signed-in' ? session.user.email : 'Welcome'}</p>
 * }
 * ```
 */
export const auth: Auth['auth'] = environment.auth

/**
 * The session of the current request, if it has all that is required. Whoever is not signed in, or
 * signed in too long ago, is sent to sign in and back; whoever may not gets `forbidden.tsx` where
 * the application enables it, `not-found.tsx` otherwise.
 *
 * @throws {SessionUnavailableError} while WorkOS cannot be reached.
 * @throws {InputError} for a requirement that does not exist.
 * @example
 * ```tsx
 * import { requireAuth } from '@latchkey/next'
 *
 * export default async function Dashboard() {
 *   const { user } = await requireAuth()
 *   return <h1>Hello {user.firstName ?? user.email}</h1>
 * }
 * ```
 *
 * @example With more than a session
 * ```tsx
 * import { requireAuth } from '@latchkey/next'
 *
 * export default async function Payouts() {
 *   const { user } = await requireAuth({ permission: 'payouts:approve', maxAge: 300 })
 *   return <h1>{user.email} approves payouts</h1>
 * }
 * ```
 */
export const requireAuth: Auth['requireAuth'] = environment.requireAuth

/**
 * Guards a route handler: 401, 403 or 503 as problem JSON for whoever may not, the verified caller
 * in `context.auth` for whoever may. Refreshes the session where due, and lets nobody keep the
 * answer.
 *
 * @throws {InputError} for a requirement that does not exist, when the route is loaded.
 * @example
 * ```ts
 * // app/api/invoices/[id]/route.ts
 * import { protectRoute } from '@latchkey/next'
 *
 * export const GET = protectRoute(
 *   { permission: 'invoices:read', accept: ['session', 'api-key'] },
 *   async (_request, { auth }) => {
 *     const { organizationId } = auth.status === 'api-key' ? auth : auth.claims
 *     return Response.json({ organizationId })
 *   },
 * )
 * ```
 */
export const protectRoute: Auth['protectRoute'] = environment.protectRoute

/**
 * The user, as of the last sign-in or refresh, or as WorkOS knows them now; `undefined` where nobody
 * is signed in.
 *
 * @throws {SessionUnavailableError} while WorkOS cannot be reached.
 * @example
 * ```ts
 * import { currentUser } from '@latchkey/next'
 *
 * export async function metadata() {
 *   const user = await currentUser({ fresh: true })
 *   return user?.metadata
 * }
 * ```
 */
export const currentUser: Auth['currentUser'] = environment.currentUser

/**
 * The access token, for the product's own services; `undefined` where nobody is signed in. It is
 * good for minutes: get it when it is needed.
 *
 * @throws {SessionUnavailableError} while WorkOS cannot be reached.
 * @example
 * ```ts
 * import { getAccessToken } from '@latchkey/next'
 *
 * export async function loadReports() {
 *   const token = await getAccessToken()
 *   return fetch('https://reports.internal/api', { headers: { authorization: `Bearer ${token}` } })
 * }
 * ```
 */
export const getAccessToken: Auth['getAccessToken'] = environment.getAccessToken

/**
 * Gets a new access token although the old one lives, with claims as they are now, e.g. after a
 * role has changed. In Server Actions and route handlers.
 *
 * @throws {CookiesNotWritableError} in a Server Component.
 * @example
 * ```ts
 * import { refreshSession } from '@latchkey/next'
 *
 * export async function reloadPermissions() {
 *   'use server'
 *   const session = await refreshSession()
 *   return session.status === 'signed-in' ? session.claims.permissions : []
 * }
 * ```
 */
export const refreshSession: Auth['refreshSession'] = environment.refreshSession

/**
 * Signs the session in to another organization of its user. Where the organization wants another
 * proof, the outcome has the path to go to; the session is as it was then. In Server Actions and
 * route handlers.
 *
 * @throws {CookiesNotWritableError} in a Server Component.
 * @example
 * ```ts
 * import { switchOrganization } from '@latchkey/next'
 * import { redirect } from 'next/navigation'
 *
 * export async function enter(organizationId: string) {
 *   'use server'
 *   const outcome = await switchOrganization(organizationId, { returnTo: '/dashboard' })
 *   if (outcome.status === 'switched') redirect('/dashboard')
 *   if ('signInUrl' in outcome) redirect(outcome.signInUrl)
 *   return outcome.status
 * }
 * ```
 */
export const switchOrganization: Auth['switchOrganization'] = environment.switchOrganization

/**
 * Signs out, here and at WorkOS, and leaves the page. In Server Actions and route handlers; a route
 * that does it must not answer GET.
 *
 * @throws {CookiesNotWritableError} in a Server Component.
 * @example
 * ```tsx
 * import { signOut } from '@latchkey/next'
 *
 * export function SignOutForm() {
 *   async function leave() {
 *     'use server'
 *     await signOut({ returnTo: '/' })
 *   }
 *   return (
 *     <form action={leave}>
 *       <button>Sign out</button>
 *     </form>
 *   )
 * }
 * ```
 */
export const signOut: Auth['signOut'] = environment.signOut

/**
 * Path of the route that begins a sign-in, for `<a>`; `<Link>` and `redirect()` would add Next's
 * `basePath` again.
 *
 * @example
 * ```tsx
 * import { getSignInUrl } from '@latchkey/next'
 *
 * export function JoinLink({ organizationId }: { organizationId: string }) {
 *   return <a href={getSignInUrl({ organizationId, returnTo: '/welcome' })}>Join</a>
 * }
 * ```
 */
export const getSignInUrl: Auth['getSignInUrl'] = environment.getSignInUrl

/** Path of the route that begins a sign-up; see `getSignInUrl`. */
export const getSignUpUrl: Auth['getSignUpUrl'] = environment.getSignUpUrl

/**
 * The typed WorkOS API of the environment's instance. Server only: it carries the API key.
 *
 * @example
 * ```ts
 * import { requireAuth, workos } from '@latchkey/next'
 *
 * export async function organizationName() {
 *   const { claims } = await requireAuth()
 *   if (claims.organizationId === undefined) return undefined
 *   const organization = await workos().organizations.get({ id: claims.organizationId })
 *   return organization.name
 * }
 * ```
 */
export const workos: Auth['workos'] = environment.workos
