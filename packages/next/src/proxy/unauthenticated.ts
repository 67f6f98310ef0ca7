import type { Config } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { redirectTo } from '../http/answer.ts'
import { problemPage } from '../http/page.ts'
import { isFramed } from '../http/requestKind.ts'
import { browserUrl } from '../nextBasePath.ts'
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
export function pagesOf(target: Unauthenticated | undefined): readonly string[] {
  return typeof target === 'string' && target !== 'hosted' ? [target] : []
}

/** A document that needs somebody to sign in, again where `maxAge` (seconds) says so. */
export interface SignInAnswer {
  readonly target: Unauthenticated
  readonly request: NextRequest
  readonly basePath: string
  readonly config: Pick<Config, 'appUrl'>
  readonly maxAge?: number
}

/** Sends a document to sign in, and back. Hosted pages refuse frames, so a frame gets a link. */
export async function answerSignIn(answer: SignInAnswer): Promise<Response> {
  const { target, request, basePath, config, maxAge } = answer
  if (typeof target === 'function') return target(request)
  const { pathname, search } = request.nextUrl
  const returnTo = pathname + search
  const hosted = target === 'hosted' || maxAge !== undefined
  const path = hosted
    ? routePath({ basePath, action: 'sign-in', returnTo, maxAge })
    : `${target}?${new URLSearchParams({ returnTo })}`
  const url = browserUrl(config, path)
  if (hosted && isFramed(request)) return inFrame(url)
  const status = request.method === 'GET' || request.method === 'HEAD' ? 307 : 303
  return redirectTo(url, { status })
}

function inFrame(href: string): Response {
  return problemPage(
    { code: 'unauthenticated', message: 'Sign in to see this.' },
    {
      title: 'Sign in to see this',
      message: 'This part of the page needs you to be signed in.',
      link: { href, label: 'Sign in', target: '_top' },
    },
  )
}
