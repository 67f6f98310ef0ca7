import { safeReturnTo } from '@latchkey/core'
import { nextBasePath } from '../nextBasePath.ts'
import type { RouteContext } from './context.ts'

/**
 * The path to come back to: what `value` names, else the page that linked here. Never another
 * origin, and never one of the kit's own routes, which would go round in circles.
 */
export function returnToOf(
  { kit, request, basePath }: Pick<RouteContext, 'kit' | 'request' | 'basePath'>,
  value: string | null,
): string {
  const path = safeReturnTo(value ?? pathOfReferrer(request, kit.config.appUrl + nextBasePath()))
  return path.startsWith(`${basePath}/`) ? '/' : path
}

function pathOfReferrer(request: Request, appUrl: string): string {
  const referrer = request.headers.get('referer')
  if (!referrer?.startsWith(appUrl)) return '/'
  const path = referrer.slice(appUrl.length)
  if (path.startsWith('/')) return path
  // Next's `basePath` alone is the start page; another letter begins another host or path.
  return path.startsWith('?') ? `/${path}` : '/'
}
