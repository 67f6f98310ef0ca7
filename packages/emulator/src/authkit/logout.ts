import { sessions } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { ApiError } from '../api/apiError.ts'
import { isRegistered } from '../authentication/redirects.ts'
import { endSession } from '../authentication/session.ts'
import type { AppEnv } from '../environment.ts'
import { endBrowserSession } from './browserSession.ts'
import { PageError } from './pageError.ts'

/** Where a sign-out leads: ends the session and the hosted pages' own, then goes back. */
export function serveLogout(app: Hono<AppEnv>): void {
  app.get(sessions.logout.path, (context) => {
    const { environment } = context.var
    const { store } = environment
    const sessionId = context.req.query('session_id')
    if (!sessionId) throw new ApiError(422, { message: 'session_id is required.' })

    const session = store.sessions.get(sessionId)
    if (session) endSession(environment, session)
    endBrowserSession(context)

    const redirects = store.signOutRedirects.all()
    const returnTo = context.req.query('return_to')
    if (returnTo !== undefined && !isRegistered(redirects, returnTo)) {
      throw new PageError(400, {
        title: 'You are signed out',
        text: 'The application asked to go on to an address that is not on the list of sign-out redirects. If it is yours, add it to signOutRedirects in the seed, and in the WorkOS dashboard before you go live.',
        detail: { label: 'Sign-out redirect to register', value: returnTo },
      })
    }
    const destination = returnTo ?? redirects.find((each) => each.default)?.uri
    if (destination === undefined || destination.includes('*')) {
      throw new PageError(400, {
        title: 'You are signed out',
        text: 'There is nowhere to go on to: the application sent no return_to, and the default sign-out redirect is a pattern.',
      })
    }
    return context.redirect(destination, 302)
  })
}
