import { describe, expect, it } from 'vitest'
import {
  cookieHeaderAfter,
  parseCookies,
  readEnvironment,
  SessionTooLargeError,
  serializeCookieChange,
} from '../../src/index.ts'
import {
  clearSessionCookie,
  readSessionCookie,
  writeSessionCookie,
} from '../../src/session/chunks.ts'
import { environment } from '../support/environment.ts'

const config = readEnvironment(environment)

/** A browser's cookie jar, with its limit of 4096 bytes a cookie. */
function browser(
  stored: ReadonlyMap<string, string>,
  changes: ReturnType<typeof writeSessionCookie>,
) {
  for (const change of changes)
    expect(serializeCookieChange(change).length).toBeLessThanOrEqual(4096)
  return parseCookies(cookieHeaderAfter(stored, changes))
}

describe('session cookies', () => {
  it('come back as they were stored, in one cookie', () => {
    const stored = browser(new Map(), writeSessionCookie(config, new Map(), 'sealed'))
    expect([...stored.keys()]).toEqual(['wos-session'])
    expect(readSessionCookie(config, stored)).toBe('sealed')
  })

  it('are split over several cookies where one cannot hold them', () => {
    const sealed = 'x'.repeat(9_000)
    const stored = browser(new Map(), writeSessionCookie(config, new Map(), sealed))
    expect([...stored.keys()]).toEqual(['wos-session.0', 'wos-session.1', 'wos-session.2'])
    expect(readSessionCookie(config, stored)).toBe(sealed)
  })

  it('leave nothing behind when they shrink or grow', () => {
    const large = browser(new Map(), writeSessionCookie(config, new Map(), 'x'.repeat(9_000)))
    const small = browser(large, writeSessionCookie(config, large, 'small'))
    expect([...small]).toEqual([['wos-session', 'small']])
    const grown = browser(small, writeSessionCookie(config, small, 'y'.repeat(5_000)))
    expect([...grown.keys()]).toEqual(['wos-session.0', 'wos-session.1'])
  })

  it('over the budget are a named error, never dropped in silence', () => {
    expect(() => writeSessionCookie(config, new Map(), 'x'.repeat(20_000))).toThrow(
      SessionTooLargeError,
    )
  })

  it('are cleared in whole, and nothing else with them', () => {
    const cookies = parseCookies('wos-session=a; wos-session.0=b; wos-session.x=c; theme=dark')
    expect(clearSessionCookie(config, cookies).map(({ name }) => name)).toEqual([
      'wos-session',
      'wos-session.0',
    ])
  })

  it('of one name come from where they were set last, whatever more special path was tried', () => {
    // A browser names what has the longer path first, then what it has had for longer.
    const header = 'wos-session=tossed; theme=dark; wos-session=older; wos-session=ours'
    expect([...parseCookies(header)]).toEqual([
      ['theme', 'dark'],
      ['wos-session', 'ours'],
    ])
    expect([...parseCookies('first=1; second=2; third=3').keys()]).toEqual([
      'first',
      'second',
      'third',
    ])
  })

  it('that were kept for the host alone go with those of the domain', () => {
    const shared = readEnvironment({ ...environment, WORKOS_COOKIE_DOMAIN: 'example.com' })
    const places = (changes: ReturnType<typeof clearSessionCookie>) =>
      changes.map(({ kind, name, attributes }) => [kind, name, attributes.domain])
    const stored = parseCookies('wos-session=a')
    expect(places(clearSessionCookie(shared, stored))).toEqual([
      ['clear', 'wos-session', undefined],
      ['clear', 'wos-session', 'example.com'],
    ])
    const grown = places(writeSessionCookie(shared, stored, 'x'.repeat(5_000)))
    expect(grown).toContainEqual(['clear', 'wos-session', undefined])
  })

  it('carry the attributes that the configuration asks for', () => {
    const [change] = writeSessionCookie(
      readEnvironment({
        ...environment,
        WORKOS_COOKIE_DOMAIN: 'example.com',
        WORKOS_COOKIE_SAMESITE: 'none',
      }),
      new Map(),
      'sealed',
    )
    if (!change) throw new Error('nothing was written')
    expect(serializeCookieChange(change)).toBe(
      'wos-session=sealed; Max-Age=34560000; Domain=example.com; Path=/; HttpOnly; Secure; SameSite=None',
    )
  })

  it('are deleted by lifetime and by date', () => {
    const [change] = clearSessionCookie(config, parseCookies('wos-session=a'))
    if (!change) throw new Error('nothing was cleared')
    expect(serializeCookieChange(change)).toBe(
      'wos-session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
    )
  })
})
