import { sealData } from 'iron-session'
import * as z from 'zod'
import { type Context, nowInSeconds } from '../context.ts'
import { openSeal } from '../openSeal.ts'
import {
  type CookieAttributes,
  type CookieChange,
  type Cookies,
  sessionCookieAttributes,
} from '../session/cookies.ts'

/** Seconds that a sign-in may take. */
const LIFETIME = 600
/** Sign-ins that one browser may have under way; more are the leavings of abandoned ones. */
const MAX_PENDING = 5
const COOKIE_PREFIX = 'wos-auth-verifier'

const pendingSignInSchema = z.object({
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Milliseconds since the epoch. */
  issuedAt: z.number(),
  redirectUri: z.string().optional(),
  returnPathname: z.string().optional(),
  /** Whether this sign-in stands in for one whose callback failed. */
  restarted: z.boolean().optional(),
  /** Of the pending authentication that asked for this sign-in by SSO. */
  pendingAuthenticationToken: z.string().optional(),
  /** What the product sends along. */
  appState: z.record(z.string(), z.unknown()).optional(),
})

/** A sign-in that has begun: sealed, it is both the OAuth `state` and the cookie that binds it. */
export type PendingSignIn = z.infer<typeof pendingSignInSchema>

/** What became of the state in a callback. */
export type StateCheck =
  | { readonly kind: 'bound'; readonly pending: PendingSignIn }
  /** No cookie of this browser began the sign-in that the state names. */
  | { readonly kind: 'unbound' }
  /** Too old, garbage, or sealed with another password. */
  | { readonly kind: 'unreadable' }

/** Seals a pending sign-in into an OAuth `state`. */
export function sealState(context: Context, pending: PendingSignIn): Promise<string> {
  return sealData(pending, { password: context.config.cookiePasswords[0], ttl: LIFETIME })
}

/** The cookie that binds a state to this browser, and the removal of those in excess. */
export function bindState(context: Context, cookies: Cookies, state: string): CookieChange[] {
  const attributes = stateAttributes(context, LIFETIME)
  const name = stateCookieName(context, state)
  const pending = pendingNames(context, cookies).filter((stored) => stored !== name)
  const excess =
    pending.length >= MAX_PENDING ? pending.slice(0, pending.length - MAX_PENDING + 1) : []
  return [
    { kind: 'set', name, value: state, attributes },
    ...excess.map((stored): CookieChange => ({ kind: 'clear', name: stored, attributes })),
  ]
}

/** Checks that this browser began the sign-in; equality comes before anything is opened. */
export async function checkState(
  context: Context,
  cookies: Cookies,
  state: string,
): Promise<StateCheck> {
  if (cookies.get(stateCookieName(context, state)) !== state) return { kind: 'unbound' }
  const pending = await openState(context, state)
  if (!pending) return { kind: 'unreadable' }
  const age = nowInSeconds(context) - pending.issuedAt / 1000
  return age > LIFETIME ? { kind: 'unreadable' } : { kind: 'bound', pending }
}

/**
 * The pending sign-in in a state that this browser may not have begun. Good for finding the way
 * back, never for signing in.
 */
export async function openState(
  context: Context,
  state: string,
): Promise<PendingSignIn | undefined> {
  for (const password of context.config.cookiePasswords) {
    const data = await openSeal(state, { password })
    const parsed = pendingSignInSchema.safeParse(data)
    if (parsed.success) return parsed.data
  }
  return undefined
}

/** Ends a pending sign-in: its cookie works once. */
export function releaseState(context: Context, cookies: Cookies, state: string): CookieChange[] {
  const name = stateCookieName(context, state)
  if (!cookies.has(name)) return []
  return [{ kind: 'clear', name, attributes: stateAttributes(context, 0) }]
}

/** Ends every pending sign-in of this browser. */
export function releaseAllStates(context: Context, cookies: Cookies): CookieChange[] {
  const attributes = stateAttributes(context, 0)
  return pendingNames(context, cookies).map((name) => ({ kind: 'clear', name, attributes }))
}

/** Whatever else begins alike may not even be a name that can be written. */
function pendingNames(context: Context, cookies: Cookies): string[] {
  const prefix = `${cookiePrefix(context)}-`
  return [...cookies.keys()].filter(
    (name) => name.startsWith(prefix) && /^[0-9a-f]{1,8}$/.test(name.slice(prefix.length)),
  )
}

/** Browsers guard names with these prefixes from other hosts (RFC 6265bis, section 4.1.3). */
function cookiePrefix({ config }: Context): string {
  const [guard = ''] = /^__(?:Host|Secure)-/i.exec(config.cookie.name) ?? []
  return guard + COOKIE_PREFIX
}

/** The callback comes from WorkOS by a top-level redirect, which `SameSite=Strict` would strip. */
function stateAttributes({ config }: Context, maxAge: number): CookieAttributes {
  const attributes = sessionCookieAttributes(config)
  const sameSite = attributes.sameSite === 'strict' ? 'lax' : attributes.sameSite
  return { ...attributes, sameSite, maxAge }
}

/** One cookie a sign-in, named by FNV-1a of its state as the AuthKit libraries name it. */
function stateCookieName(context: Context, state: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(state)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  return `${cookiePrefix(context)}-${hash.toString(16).padStart(8, '0')}`
}
