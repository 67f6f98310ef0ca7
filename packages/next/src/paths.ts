import type { AppState } from '@latchkey/core'
import { nextBasePath } from './nextBasePath.ts'

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
 * Which of the kit's routes a request is for, if any. The callback may be mounted elsewhere than the
 * others, as AuthKit applications do: the redirect URI says where, with Next's own `basePath`, which
 * `pathname` is without.
 */
export function routeAction({
  pathname,
  basePath,
  callbackPath,
}: {
  pathname: string
  /** Where the kit's routes are mounted. */
  basePath: string
  callbackPath: string
}): RouteAction | undefined {
  const path = withoutSlash(pathname)
  if (nextBasePath() + path === withoutSlash(callbackPath)) return 'callback'
  return ROUTE_ACTIONS.find((action) => path === `${basePath}/${action}`)
}

/** Where `trailingSlash` is set, Next asks for every path with one at its end. */
function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}

/** What a route of the kit is told in its query; an object as JSON. */
export type RouteQuery = Readonly<Record<string, string | number | AppState | undefined>>

/** One of the kit's routes, and what it is told. */
export type RouteTarget = { basePath?: string | undefined; action: RouteAction } & RouteQuery

/** The path of one of the kit's routes, with what it is told, e.g. the way back. */
export function routePath({ basePath = DEFAULT_BASE_PATH, action, ...query }: RouteTarget): string {
  const told = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]],
  )
  const search = told.length === 0 ? '' : `?${new URLSearchParams(told)}`
  return `${basePath}/${action}${search}`
}
