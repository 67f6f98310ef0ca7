/** Where `app/auth/[...latchkey]/route.ts` is mounted unless an option says otherwise. */
export const DEFAULT_BASE_PATH = '/auth'

const ROUTE_ACTIONS = [
  'sign-in',
  'sign-up',
  'initiate-login',
  'callback',
  'sign-out',
  'refresh',
  'session',
  'webhook',
] as const

/** Actions that the kit's routes know. */
export type RouteAction = (typeof ROUTE_ACTIONS)[number]

/**
 * Which of the kit's routes a path is, if any. The callback may be mounted elsewhere than the
 * others, as AuthKit applications do: the redirect URI says where.
 */
export function routeAction({
  pathname,
  basePath,
  callbackPath,
}: {
  pathname: string
  basePath: string
  callbackPath: string
}): RouteAction | undefined {
  if (pathname === callbackPath) return 'callback'
  return ROUTE_ACTIONS.find((action) => pathname === `${basePath}/${action}`)
}

/** The path of one of the kit's routes, with the way back where there is one. */
export function routePath({
  basePath = DEFAULT_BASE_PATH,
  action,
  returnTo,
}: {
  basePath?: string | undefined
  action: RouteAction
  returnTo?: string | undefined
}): string {
  const query = returnTo === undefined ? '' : `?${new URLSearchParams({ returnTo })}`
  return `${basePath}/${action}${query}`
}
