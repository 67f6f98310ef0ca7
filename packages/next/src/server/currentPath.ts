import { PATH_HINT } from '../http/hints.ts'

/**
 * The path being rendered, where the proxy had a reason to tell: Next itself tells it to no Server
 * Component. Without it the kit's routes go by the referrer.
 */
export function currentPath(headers: Pick<Headers, 'get'>): string | undefined {
  return headers.get(PATH_HINT) ?? undefined
}
