import type { Config } from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { problemPage } from '../http/page.ts'
import { refuse } from '../http/refuse.ts'
import type { RequestKind } from '../http/requestKind.ts'
import { browserPath } from '../nextBasePath.ts'
import type { AuthState } from '../server/auth.ts'
import type { Refusal } from './decide.ts'
import { answerForbidden, type Forbidden } from './forbidden.ts'
import { answerSignIn, type Unauthenticated } from './unauthenticated.ts'

/** A request that does not pass. */
interface Refused<Declared> {
  readonly request: NextRequest
  readonly kind: RequestKind
  readonly config: Pick<Config, 'appUrl'>
  readonly basePath: string
  /** Where the signed-out are sent. */
  readonly target: Unauthenticated
  readonly forbidden: Forbidden<Declared> | undefined
  readonly auth: AuthState<Declared>
}

/** The answer to a request that does not pass. Only documents are sent elsewhere: nothing else could follow to another origin. */
export async function refusal<Declared>(
  decision: Refusal,
  refused: Refused<Declared>,
): Promise<Response> {
  const { request, kind, config, basePath, target } = refused
  switch (decision.kind) {
    case 'sign-in':
      return kind === 'document'
        ? answerSignIn({ target, request, basePath, config })
        : refuse(kind, { code: 'unauthenticated', message: 'Sign in to see this.' })
    case 'reauthenticate': {
      const { maxAge } = decision
      return kind === 'document'
        ? answerSignIn({ target: 'hosted', request, basePath, config, maxAge })
        : refuse(kind, {
            code: 'reauthentication_required',
            message: 'Sign in again to do this.',
            maxAge,
          })
    }
    case 'forbidden':
      return answerForbidden({ ...refused, reasons: decision.reasons })
    case 'unavailable':
      return unavailable(request, { kind, retryAfter: decision.retryAfter })
  }
}

function unavailable(
  { nextUrl: { pathname, search } }: NextRequest,
  { kind, retryAfter }: { kind: RequestKind; retryAfter: number },
): Response {
  const problem = {
    code: 'session_unavailable',
    message: 'The sign-in service cannot be reached now. You are still signed in.',
    retryAfter,
  } as const
  if (kind !== 'document') return refuse(kind, problem)
  return problemPage(problem, {
    title: 'One moment',
    message:
      'We cannot check your session right now. You are still signed in, and this page tries again by itself.',
    // Two slashes would begin the name of another host.
    link: { href: browserPath(pathname.replace(/^\/+/, '/') + search), label: 'Try again' },
    followAfter: Math.max(2, retryAfter),
  })
}
