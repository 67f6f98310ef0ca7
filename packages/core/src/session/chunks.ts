import type { Config } from '../config.ts'
import { SessionTooLargeError } from '../errors.ts'
import {
  type CookieAttributes,
  type CookieChange,
  type Cookies,
  serializeCookieChange,
  sessionCookieAttributes,
} from './cookies.ts'

/** Browsers keep 4096 bytes a cookie, some of them counting the attributes. */
const COOKIE_LIMIT = 4096

/** Node refuses more than 16 kB of request headers; this leaves the other ones some room. */
export const MAX_SESSION_BYTES = 14_000
const MAX_CHUNKS = Math.ceil(MAX_SESSION_BYTES / COOKIE_LIMIT)

/** The sealed session among the request's cookies, put together again where it was split. */
export function readSessionCookie(config: Config, cookies: Cookies): string | undefined {
  const { name } = config.cookie
  const whole = cookies.get(name)
  if (whole) return whole
  const chunks: string[] = []
  for (let index = 0; index <= MAX_CHUNKS; index++) {
    const chunk = cookies.get(`${name}.${index}`)
    if (chunk === undefined) break
    chunks.push(chunk)
  }
  return chunks.length === 0 ? undefined : chunks.join('')
}

/**
 * Cookie changes that store a sealed session, and clear whatever an earlier, longer or shorter one
 * left behind.
 *
 * @throws {SessionTooLargeError} when it does not fit into the cookies that proxies let through.
 */
export function writeSessionCookie(
  config: Config,
  cookies: Cookies,
  sealed: string,
): CookieChange[] {
  const { name } = config.cookie
  const attributes = sessionCookieAttributes(config)
  const written = split(name, sealed, attributes)
  const used = new Set(written.map((change) => change.name))
  const stale = sessionCookieNames(name, cookies).filter((stored) => !used.has(stored))
  return [...written, ...stale.flatMap((stored) => clear(stored, attributes))]
}

/** Cookie changes that end the session in this browser. */
export function clearSessionCookie(config: Config, cookies: Cookies): CookieChange[] {
  const attributes = sessionCookieAttributes(config)
  return sessionCookieNames(config.cookie.name, cookies).flatMap((name) => clear(name, attributes))
}

function split(name: string, sealed: string, attributes: CookieAttributes): CookieChange[] {
  const whole: CookieChange = { kind: 'set', name, value: sealed, attributes }
  if (serializeCookieChange(whole).length <= COOKIE_LIMIT) return [whole]
  if (sealed.length > MAX_SESSION_BYTES) {
    throw new SessionTooLargeError({ bytes: sealed.length, limit: MAX_SESSION_BYTES })
  }
  const overhead = serializeCookieChange({ ...whole, name: `${name}.0`, value: '' }).length
  const room = COOKIE_LIMIT - overhead
  const count = Math.ceil(sealed.length / room)
  return Array.from({ length: count }, (_, index) => ({
    ...whole,
    name: `${name}.${index}`,
    value: sealed.slice(index * room, (index + 1) * room),
  }))
}

function sessionCookieNames(name: string, cookies: Cookies): string[] {
  const chunk = (stored: string) =>
    stored.startsWith(`${name}.`) && /^\d+$/.test(stored.slice(name.length + 1))
  return [...cookies.keys()].filter((stored) => stored === name || chunk(stored))
}

/** Where cookies have a domain, one that was kept before for the host alone would come to light. */
function clear(name: string, attributes: CookieAttributes): CookieChange[] {
  const cleared: CookieChange = { kind: 'clear', name, attributes }
  return attributes.domain === undefined
    ? [cleared]
    : [{ ...cleared, attributes: { ...attributes, domain: undefined } }, cleared]
}
