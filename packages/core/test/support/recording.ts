import {
  type AuthKitDeclarations,
  type AuthKitEffects,
  authKitFor,
  readEnvironment,
} from '../../src/index.ts'
import { environment } from './environment.ts'

/** One request as it left for WorkOS. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: Record<string, unknown>
}

/** An answer to give, status 200 where none is named. */
export interface Answer {
  readonly status?: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

/**
 * A kit whose WorkOS is a function: for endpoints that the emulator does not have. Records what is
 * sent, and answers what it is told to.
 */
export function recordingKit(
  answer: (request: Recorded) => Answer,
  effects: Omit<AuthKitEffects, 'fetch'> & Partial<AuthKitDeclarations> = {},
) {
  const requests: Recorded[] = []
  const kit = authKitFor(readEnvironment(environment), {
    ...effects,
    fetch: async (input, init) => {
      const request: Recorded = {
        method: init?.method ?? 'GET',
        path: new URL(String(input)).pathname,
        authorization: new Headers(init?.headers).get('authorization') ?? undefined,
        body: init?.body === undefined ? {} : JSON.parse(String(init.body)),
      }
      requests.push(request)
      const { status = 200, body, headers = {} } = answer(request)
      return Response.json(body, { status, headers: { 'x-request-id': 'req_1', ...headers } })
    },
  })
  return { kit, requests }
}
