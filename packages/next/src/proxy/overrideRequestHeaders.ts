import { NextResponse } from 'next/server.js'
import { PATH_HINT, UNAVAILABLE_HINT } from '../http/hints.ts'

/** How Next carries changed request headers inside a proxy's response. */
const LIST = 'x-middleware-override-headers'
const PREFIX = 'x-middleware-request-'

/** Headers that are the kit's to say; everything else is the other proxy's. */
const OURS = ['cookie', PATH_HINT, UNAVAILABLE_HINT]

/**
 * Makes the page behind a response that another proxy made see our request headers. Where that
 * proxy changes headers itself, its changes stay and only ours are added; a response that ends the
 * request (a redirect, an answer of its own) carries none.
 */
export function overrideRequestHeaders(response: Response, headers: Headers): void {
  if (!goesOn(response)) return
  const listed = response.headers.get(LIST)
  if (listed === null) {
    const ours = NextResponse.next({ request: { headers } })
    for (const [name, value] of ours.headers) {
      if (name === LIST || name.startsWith(PREFIX)) response.headers.set(name, value)
    }
    return
  }
  const names = new Set(listed.split(',').filter((name) => name !== ''))
  for (const name of OURS) {
    const value = headers.get(name)
    if (value === null) {
      names.delete(name)
      response.headers.delete(PREFIX + name)
    } else {
      names.add(name)
      response.headers.set(PREFIX + name, value)
    }
  }
  response.headers.set(LIST, [...names].join(','))
}

/** Whether the response of a proxy is only on the way to a page. */
export function goesOn({ headers }: Response): boolean {
  return headers.get('x-middleware-next') === '1' || headers.has('x-middleware-rewrite')
}
