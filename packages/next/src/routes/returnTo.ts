import { safeReturnTo } from '@latchkey/core'
import type { RouteContext } from './context.ts'

/**
 * The path to come back to: what `value` names, else the page that linked here. Never another
 * origin, and never one of the kit's own routes, which would go round in circles.
 */
export function returnToOf(
  { request, basePath, appUrl }: Pick<RouteContext, 'request' | 'basePath' | 'appUrl'>,
  value: string | null,
): string {
  const path = safeReturnTo(value ?? pathOfReferrer(request, appUrl))
  return path.startsWith(`${basePath}/`) ? '/' : path
}

function pathOfReferrer(request: Request, appUrl: string): string {
  const referrer = request.headers.get('referer')
  return referrer?.startsWith(`${appUrl}/`) ? referrer.slice(appUrl.length) : '/'
}
