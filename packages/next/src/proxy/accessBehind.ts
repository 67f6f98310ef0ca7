import type { NextRequest } from 'next/server.js'
import type { Access } from './accessRules.ts'

/**
 * What the rules ask for the page that the product's own proxy rewrote to, e.g. `/en/admin` for
 * `/admin`: a rewrite leads around none. What is public or not was decided by the path that was asked
 * for; `undefined` where nothing was rewritten, no rule matches, or another origin answers.
 */
export function accessBehind({
  response,
  request,
  asked,
  accessOf,
}: {
  response: Response
  request: NextRequest
  /** What the path needs that was asked for. */
  asked: Access
  accessOf: (pathname: string) => Access
}): Access | undefined {
  const rewritten = response.headers.get('x-middleware-rewrite')
  if (rewritten === null) return undefined
  const url = request.nextUrl.clone()
  url.href = new URL(rewritten, request.url).href
  if (url.host !== request.nextUrl.host) return undefined
  const access = accessOf(url.pathname)
  if (access.kind === 'protected' && access.requirements.length > 0) return access
  return access.strict ? { ...asked, strict: true } : undefined
}
