import { sso } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { notFoundError } from '../api/apiError.ts'
import type { AppEnv } from '../environment.ts'
import { PageError } from './pageError.ts'

/** Signs somebody out at their identity provider, which is the emulator's and keeps nobody. */
export function serveSsoLogout(app: Hono<AppEnv>): void {
  app.get(sso.logout.path, (context) => {
    const { store, clock } = context.var.environment
    const token = context.req.query('token') ?? ''
    const logout = store.ssoLogouts.get(token)
    if (!logout || logout.expires_at <= clock.now()) throw notFoundError('Logout token', token)
    store.ssoLogouts.delete(logout.id)
    for (const { id } of store.ssoTokens.filter((each) => each.profile_id === logout.profile_id)) {
      store.ssoTokens.delete(id)
    }
    const destination = store.signOutRedirects.find((each) => each.default)?.uri
    if (destination === undefined || destination.includes('*')) {
      throw new PageError(400, {
        title: 'You are signed out',
        text: 'The identity provider has signed you out. There is nowhere to go on to: the default sign-out redirect is a pattern.',
      })
    }
    return context.redirect(destination, 302)
  })
}
