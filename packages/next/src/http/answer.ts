import { type CookieChange, serializeCookieChange } from '@latchkey/core'

/** Sends the browser to another address; never cached. */
export function redirectTo(
  url: string,
  { status = 307, cookieChanges = [] }: RedirectOptions = {},
): Response {
  const response = new Response(null, {
    status,
    headers: { location: url, 'cache-control': 'private, no-store' },
  })
  return withCookies(response, cookieChanges)
}

/** For a prefetch of what would change something: nothing begins, and nothing is kept. */
export function nothingYet(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })
}

/** How a redirect is made: 303 turns a POST into a GET, 307 keeps the method. */
export interface RedirectOptions {
  readonly status?: 303 | 307
  readonly cookieChanges?: readonly CookieChange[]
}

/** Applies cookie changes to a response; one that sets a cookie is nobody else's to keep. */
export function withCookies<Answer extends Response>(
  response: Answer,
  changes: readonly CookieChange[],
): Answer {
  for (const change of changes) response.headers.append('set-cookie', serializeCookieChange(change))
  if (changes.length > 0) response.headers.set('cache-control', 'private, no-store')
  return response
}

/** `Response.redirect()` and `Response.error()` make responses whose headers cannot be changed. */
export function mutable(response: Response): Response {
  try {
    response.headers.delete('x-latchkey')
    return response
  } catch {
    return new Response(response.body, response)
  }
}

/** An answer that depends on a session, whoever made it. */
export function unstored(response: Response): Response {
  const answer = mutable(response)
  answer.headers.set('cache-control', 'private, no-store')
  return answer
}
