import { parseCookie, stringifySetCookie } from 'cookie'
import type { Config } from '../config.ts'

/** The cookies of a request: names and decoded values. */
export type Cookies = ReadonlyMap<string, string>

/** One cookie to set or to clear, as data; {@link serializeCookieChange} makes the header. */
export type CookieChange =
  | {
      readonly kind: 'set'
      readonly name: string
      readonly value: string
      readonly attributes: CookieAttributes
    }
  | {
      readonly kind: 'clear'
      readonly name: string
      readonly attributes: CookieAttributes
    }

/** Attributes that decide which requests a cookie belongs to; `HttpOnly` is always on. */
export interface CookieAttributes {
  readonly path: string
  readonly domain: string | undefined
  readonly secure: boolean
  readonly sameSite: 'lax' | 'strict' | 'none'
  /** Seconds. */
  readonly maxAge: number
}

/**
 * Reads a `Cookie` header. A missing header is an empty map. Of several cookies with one name the
 * last counts, as in Next: browsers put first what has a longer path, then what they have had for
 * longer, e.g. since before the cookies had a domain (RFC 6265, section 5.4).
 */
export function parseCookies(header: string | null | undefined): Cookies {
  const lastFirst = parseCookie((header ?? '').split(';').reverse().join(';'))
  const cookies = new Map<string, string>()
  for (const [name, value] of Object.entries(lastFirst).reverse()) {
    if (value !== undefined) cookies.set(name, value)
  }
  return cookies
}

/**
 * The `Set-Cookie` header of a change.
 *
 * @example
 * ```ts
 * import { type CookieChange, serializeCookieChange } from '@latchkey/core'
 *
 * function apply(changes: readonly CookieChange[], headers: Headers) {
 *   for (const change of changes) headers.append('set-cookie', serializeCookieChange(change))
 * }
 * ```
 */
export function serializeCookieChange(change: CookieChange): string {
  const { domain, ...attributes } = change.attributes
  const shared = {
    ...attributes,
    name: change.name,
    httpOnly: true,
    ...(domain === undefined ? {} : { domain }),
  }
  return change.kind === 'set'
    ? stringifySetCookie({ ...shared, value: change.value })
    : stringifySetCookie({ ...shared, value: '', maxAge: 0, expires: new Date(0) })
}

/** The cookies that a request would carry after the changes. */
export function cookiesAfter(cookies: Cookies, changes: readonly CookieChange[]): Cookies {
  const after = new Map(cookies)
  for (const change of changes) {
    if (change.kind === 'set') after.set(change.name, change.value)
    else after.delete(change.name)
  }
  return after
}

/** The `Cookie` header that a request would carry after the changes, for whoever handles it next. */
export function cookieHeaderAfter(cookies: Cookies, changes: readonly CookieChange[]): string {
  return [...cookiesAfter(cookies, changes)]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

/** Attributes of every cookie that carries a session. */
export function sessionCookieAttributes({ cookie }: Config): CookieAttributes {
  return {
    path: '/',
    domain: cookie.domain,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    maxAge: cookie.maxAge,
  }
}
