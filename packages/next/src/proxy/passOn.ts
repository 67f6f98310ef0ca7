import {
  type AuthKit,
  type Cookies,
  cookieHeaderAfter,
  parseCookies,
  type SessionState,
} from '@latchkey/core'
import { type NextRequest, NextResponse } from 'next/server.js'
import { mutable, withCookies } from '../http/answer.ts'
import { PATH_HINT, UNAVAILABLE_HINT } from '../http/hints.ts'
import { overrideRequestHeaders } from './overrideRequestHeaders.ts'

/** What the proxy found out about a request that passes. */
export interface PassingSession {
  readonly cookies: Cookies
  readonly state: SessionState
  readonly access: 'public' | 'protected'
  readonly kit: AuthKit
}

/** What answers a request that passes: Next itself, or the product's own proxy. */
export type Onward = (request: NextRequest) => Promise<Response>

/**
 * Lets a request through to the page behind: with the cookie that a refresh produced, so that the
 * page sees the session the browser is about to have, and without one that WorkOS has ended.
 */
export async function passOn({
  request,
  session,
  onward,
}: {
  request: NextRequest
  session?: PassingSession
  onward?: Onward | undefined
}): Promise<Response> {
  const headers =
    session && speaksForItself(session) ? undefined : forwardedHeaders(request, session)
  const response = onward
    ? await onThrough(onward, request, headers)
    : NextResponse.next(headers && { request: { headers } })
  if (session?.access === 'protected') response.headers.set('cache-control', 'private, no-store')
  return withCookies(response, session?.state.cookieChanges ?? [])
}

/**
 * Tells page and browser of a session that was looked at once more, more closely, after the response
 * was made, and that had to be refreshed for it.
 */
export function passOnAgain(
  response: Response,
  { request, session }: { request: NextRequest; session: PassingSession },
): Response {
  const { cookieChanges } = session.state
  if (cookieChanges.length === 0) return response
  overrideRequestHeaders(response, forwardedHeaders(request, session))
  return withCookies(response, cookieChanges)
}

/** A session that holds needs no word from the proxy: saying nothing spares Next every header. */
function speaksForItself({ state, kit }: PassingSession): boolean {
  return (
    state.status === 'signed-in' &&
    state.cookieChanges.length === 0 &&
    state.refreshAt * 1000 > kit.now()
  )
}

/** The product's own proxy sees the request as the page will, and cannot lose what it does not know. */
async function onThrough(
  onward: Onward,
  request: NextRequest,
  headers: Headers | undefined,
): Promise<Response> {
  if (headers) changeRequest(request, headers)
  const response = mutable(await onward(request))
  if (!headers) return response
  overrideRequestHeaders(response, headers)
  return response
}

/** A request parses its cookies when it is made, so they are changed beside the headers. */
function changeRequest(request: NextRequest, headers: Headers): void {
  const cookies = new Map(parseCookies(headers.get('cookie')))
  for (const { name, value } of request.cookies.getAll()) {
    if (!cookies.has(name)) request.cookies.delete(name)
    else if (cookies.get(name) === value) cookies.delete(name)
  }
  for (const [name, value] of cookies) request.cookies.set(name, value)
  for (const [name, value] of headers) request.headers.set(name, value)
}

function forwardedHeaders(request: NextRequest, session: PassingSession | undefined): Headers {
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
