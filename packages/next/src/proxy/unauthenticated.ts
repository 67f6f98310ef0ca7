import type { NextRequest } from 'next/server.js'
import { redirectTo } from '../http/answer.ts'
import { routePath } from '../paths.ts'

/**
 * Where the signed-out are sent when they open a protected page: WorkOS's hosted pages, a page of
 * the product's own (a path; it gets `?returnTo=`), or whatever the function answers.
 */
export type Unauthenticated =
  | 'hosted'
  | `/${string}`
  | ((request: NextRequest) => Response | Promise<Response>)

/** Pages that must be open for the target to be reached. */
export function pagesOf(target: Unauthenticated): readonly string[] {
  return typeof target === 'string' && target !== 'hosted' ? [target] : []
}

/** Answers a document of somebody signed out. */
export async function answerUnauthenticated({
  target,
  request,
  basePath,
  appUrl,
}: {
  target: Unauthenticated
  request: NextRequest
  basePath: string
  appUrl: string
}): Promise<Response> {
  if (typeof target === 'function') return target(request)
  const { pathname, search, basePath: nextBasePath } = request.nextUrl
  const returnTo = pathname + search
  const path =
    target === 'hosted'
      ? routePath({ basePath, action: 'sign-in', returnTo })
      : `${target}?${new URLSearchParams({ returnTo })}`
  const status = request.method === 'GET' || request.method === 'HEAD' ? 307 : 303
  return redirectTo(`${appUrl}${nextBasePath}${path}`, { status })
}
