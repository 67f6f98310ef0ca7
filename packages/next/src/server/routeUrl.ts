import type { Config } from '@latchkey/core'
import { browserUrl, nextBasePath } from '../nextBasePath.ts'
import { type RouteTarget, routePath } from '../paths.ts'

/**
 * Where `redirect()` leads to one of the kit's routes. Next puts its `basePath` before a path where a
 * page redirects, but neither in a route handler nor after a form without JavaScript: with one, the
 * whole address is named.
 */
export function routeUrl(config: Pick<Config, 'appUrl'>, target: RouteTarget): string {
  const path = routePath(target)
  return nextBasePath() === '' ? path : browserUrl(config, path)
}
