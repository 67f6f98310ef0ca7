import type { AccessReason } from '@latchkey/core'
import { type NextRequest, NextResponse } from 'next/server.js'
import { problemPage } from '../http/page.ts'
import { refuse } from '../http/refuse.ts'
import type { RequestKind } from '../http/requestKind.ts'
import { browserPath } from '../nextBasePath.ts'
import type { AuthState } from '../server/auth.ts'

/**
 * What somebody signed in gets who may not see a page: a page of the product's own (its path; it is
 * shown in place, and Next answers with that page's own status), or whatever the function answers.
 * A plain page with status 403 otherwise.
 */
export type Forbidden<Declared = unknown> =
  | `/${string}`
  | ((
      request: NextRequest,
      context: { readonly auth: AuthState<Declared>; readonly reasons: readonly AccessReason[] },
    ) => Response | Promise<Response>)

/** Answers a request of somebody who is known and may not. */
export async function answerForbidden<Declared>({
  forbidden,
  request,
  kind,
  auth,
  reasons,
}: {
  forbidden: Forbidden<Declared> | undefined
  request: NextRequest
  kind: RequestKind
  auth: AuthState<Declared>
  reasons: readonly AccessReason[]
}): Promise<Response> {
  const problem = { code: 'forbidden', message: 'Your account may not do this.' } as const
  if (kind !== 'document') return refuse(kind, problem)
  if (typeof forbidden === 'function') return forbidden(request, { auth, reasons })
  if (typeof forbidden === 'string') return showInPlace(request, forbidden)
  return problemPage(problem, {
    title: 'Not for this account',
    message: 'You are signed in, but your account may not see this page.',
    link: { href: browserPath('/'), label: 'Go to the start page' },
  })
}

function showInPlace(request: NextRequest, path: string): Response {
  const url = request.nextUrl.clone()
  url.pathname = path
  url.search = ''
  const headers = { 'cache-control': 'private, no-store' }
  return NextResponse.rewrite(url, { headers })
}
