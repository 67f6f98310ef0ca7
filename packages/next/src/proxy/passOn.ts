import { type AuthKit, type Cookies, cookieHeaderAfter, type SessionState } from '@latchkey/core'
import { type NextRequest, NextResponse } from 'next/server.js'
import { withCookies } from '../http/answer.ts'
import { PATH_HINT, UNAVAILABLE_HINT } from '../http/hints.ts'

/** What the proxy found out about a request that passes. */
export interface PassingSession {
  readonly cookies: Cookies
  readonly state: SessionState
  readonly access: 'public' | 'protected'
  readonly kit: AuthKit
}

/**
 * Lets a request through to the page behind: with the cookie that a refresh produced, so that the
 * page sees the session the browser is about to have, and without one that WorkOS has ended.
 */
export function passOn({
  request,
  session,
}: {
  request: NextRequest
  session?: PassingSession
}): NextResponse {
  const response =
    session && speaksForItself(session)
      ? NextResponse.next()
      : NextResponse.next({ request: { headers: forwarded(request, session) } })
  if (session?.access === 'protected') response.headers.set('cache-control', 'private, no-store')
  return withCookies(response, session?.state.cookieChanges ?? [])
}

/** A session that holds needs no word from the proxy: saying nothing spares Next every header. */
function speaksForItself({ state, kit }: PassingSession): boolean {
  return (
    state.status === 'signed-in' &&
    state.cookieChanges.length === 0 &&
    state.refreshAt * 1000 > kit.now()
  )
}

function forwarded(request: NextRequest, session: PassingSession | undefined): Headers {
  const headers = new Headers(request.headers)
  headers.delete(UNAVAILABLE_HINT)
  headers.set(PATH_HINT, request.nextUrl.pathname + request.nextUrl.search)
  if (session) forwardState(headers, session)
  return headers
}

function forwardState(headers: Headers, { cookies, state, kit }: PassingSession): void {
  if (state.cookieChanges.length > 0) {
    headers.set('cookie', cookieHeaderAfter(cookies, state.cookieChanges))
  }
  if (state.status === 'unavailable') headers.set(UNAVAILABLE_HINT, '1')
  if (state.status === 'signed-out' && state.reason === 'refresh-rejected') {
    headers.set('cookie', cookieHeaderAfter(withoutSession(cookies, kit.config.cookie.name), []))
  }
}

function withoutSession(cookies: Cookies, name: string): Cookies {
  return new Map(
    [...cookies].filter(([stored]) => stored !== name && !stored.startsWith(`${name}.`)),
  )
}
