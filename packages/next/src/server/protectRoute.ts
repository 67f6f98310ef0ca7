import {
  type AccessRequirement,
  parseCookies,
  publishEvent,
  validateRequirement,
} from '@latchkey/core'
import type { NextRequest } from 'next/server.js'
import { unstored, withCookies } from '../http/answer.ts'
import { orNavigation } from '../http/navigation.ts'
import { type Problem, problemJson } from '../http/problem.ts'
import { kitFrom } from '../kit.ts'
import { strictestAge } from '../strictestAge.ts'
import { accessEvent } from './accessEvent.ts'
import { type Access, accessOf } from './accessOf.ts'
import { type AuthState, identify } from './auth.ts'
import type { Authenticated, Credential } from './credential.ts'
import type { Instance } from './instance.ts'

/** What a route needs, all of it, and by which credentials it may be asked. */
export type ProtectRouteOptions<Accept extends Credential = 'session'> = AccessRequirement & {
  /** `session` where left out; see `auth`. */
  readonly accept?: readonly Accept[]
  /** Whether revocations are looked up anew; see `auth`. */
  readonly strict?: boolean
}

/** A route handler of the product that knows who asks. */
export type ProtectedHandler<Declared, Accept extends Credential, Context> = (
  request: NextRequest,
  context: Context & { readonly auth: Authenticated<Declared, Accept> },
) => Response | Promise<Response>

/** The route handler that Next calls. */
export type RouteHandler<Context> = (request: NextRequest, context: Context) => Promise<Response>

/** Guards a route handler; what it answers depends on who asks, so nobody keeps it. */
export function protectRoute<Declared, Accept extends Credential, Context>(
  { source }: Instance<Declared>,
  { accept, strict = false, ...requirement }: ProtectRouteOptions<Accept>,
  handler: ProtectedHandler<Declared, Accept, Context>,
): RouteHandler<Context> {
  validateRequirement(requirement)
  return async (request, context) => {
    const kit = kitFrom(source, request.headers)
    const cookies = parseCookies(request.headers.get('cookie'))
    const loaded = {
      cookieChanges: [] as Awaited<ReturnType<typeof kit.loadSession>>['cookieChanges'],
    }
    const state = await identify({
      kit,
      headers: request.headers,
      accept,
      strict,
      session: async () => {
        const { cookieChanges, ...session } = await kit.loadSession(cookies, { strict })
        loaded.cookieChanges = cookieChanges
        return session
      },
    })
    const access = accessOf(state, requirement, kit.now())
    publishEvent(kit, () =>
      accessEvent({ by: 'protectRoute', state, access, path: request.nextUrl.pathname }),
    )
    const admission = admit(state, access)
    const answer =
      admission.kind === 'admitted'
        ? await orNavigation(request, () => handler(request, { ...context, auth: admission.auth }))
        : problemJson({ ...admission.problem, headers: challenge(admission.problem, accept) })
    return withCookies(unstored(answer), loaded.cookieChanges)
  }
}

type Admission<Declared, Accept extends Credential> =
  | { readonly kind: 'admitted'; readonly auth: Authenticated<Declared, Accept> }
  | { readonly kind: 'refused'; readonly problem: Problem }

function admit<Declared, Accept extends Credential>(
  state: AuthState<Declared, Accept>,
  access: Access,
): Admission<Declared, Accept> {
  const known: AuthState<Declared, Credential> = state
  switch (known.status) {
    case 'signed-out':
      return refused({ code: 'unauthenticated', message: messageOf(known.reason) })
    case 'unavailable':
      return refused({
        code: 'session_unavailable',
        message: 'It cannot be checked now who asks. Try again shortly.',
        retryAfter: known.retryAfter,
      })
    case 'api-key':
    case 'bearer':
    case 'signed-in':
      return granted(access, state)
  }
}

function granted<Declared, Accept extends Credential>(
  access: Access,
  auth: AuthState<Declared, Accept>,
): Admission<Declared, Accept> {
  // Whoever was refused or cannot be known was told so before.
  if (access.status === 'ok') {
    return { kind: 'admitted', auth: auth as Authenticated<Declared, Accept> }
  }
  if (access.status === 'reauthenticate') {
    return refused({
      code: 'reauthentication_required',
      message: 'Sign in again to do this.',
      maxAge: strictestAge(access.reasons),
    })
  }
  return refused({ code: 'forbidden', message: 'What you signed in with may not do this.' })
}

function refused(problem: Problem): { readonly kind: 'refused'; readonly problem: Problem } {
  return { kind: 'refused', problem }
}

function messageOf(reason: string): string {
  if (reason === 'invalid-api-key') return 'This API key opens nothing.'
  if (reason === 'expired-token') return 'This access token is over.'
  if (reason === 'invalid-token') return 'This access token is not valid.'
  if (reason === 'revoked') return 'This session was ended.'
  return 'Sign in to do this.'
}

/** Tells callers without a browser what would be accepted (RFC 6750, section 3). */
function challenge(
  problem: Problem,
  accept: readonly Credential[] | undefined,
): Record<string, string> {
  const isBearer = accept?.some((credential) => credential !== 'session') ?? false
  if (problem.code !== 'unauthenticated' || !isBearer) return {}
  return { 'www-authenticate': 'Bearer realm="latchkey"' }
}
