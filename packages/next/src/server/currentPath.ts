import { PATH_HINT } from '../http/hints.ts'

/** The path being rendered, as the proxy saw it; Next itself tells it to no Server Component. */
export function currentPath(headers: Pick<Headers, 'get'>): string {
  return headers.get(PATH_HINT) ?? '/'
}
