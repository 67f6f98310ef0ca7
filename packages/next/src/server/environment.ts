import { type Auth, createAuth } from './createAuth.ts'

/** Made of environment variables that are read when first needed: importing this needs none. */
const environment: Auth = /* @__PURE__ */ createAuth()

/**
 * The session of the current request, in Server Components, route handlers and actions. Verifies
 * the cookie itself, so it holds without the proxy. It never refreshes: where that is due and no
 * proxy did it, it redirects through the kit's refresh route.
 *
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
 * The session of the current request; sends everybody else to sign in and back.
 *
 * @throws {SessionUnavailableError} while WorkOS cannot be reached.
 * @example
 * ```tsx
 * import { requireAuth } from '@latchkey/next'
 *
 * export default async function Dashboard() {
 *   const { user } = await requireAuth()
 *   return <h1>Hello {user.firstName ?? user.email}</h1>
 * }
 * ```
 */
export const requireAuth: Auth['requireAuth'] = environment.requireAuth

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
