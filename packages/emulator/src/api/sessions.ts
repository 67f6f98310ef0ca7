import { sessions } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { endSession, presentSession } from '../authentication/session.ts'
import type { AppEnv } from '../environment.ts'
import { paginate } from '../store/paginate.ts'
import { ApiError } from './apiError.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Sessions: list those of a user, and end one. */
export function serveSessions(app: Hono<AppEnv>): void {
  serve(app, sessions.list, ({ environment, params, query }) => {
    const user = requireUser(environment, params.id)
    const found = environment.store.sessions.filter(({ user_id }) => user_id === user.id)
    const page = paginate(found, query)
    return { ...page, data: page.data.map((session) => presentSession(environment, session)) }
  })

  serve(app, sessions.revoke, ({ environment, body }) => {
    const session = environment.store.sessions.get(body.session_id)
    if (!session) {
      throw new ApiError(400, { message: `Session not found: '${body.session_id}'.` })
    }
    endSession(environment, session)
  })
}
