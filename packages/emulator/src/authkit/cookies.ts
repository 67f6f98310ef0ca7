import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../environment.ts'

/** `browser` ties a visit to the browser that began it; `session` is the signed-in person. */
const names = { browser: 'latchkey_authkit_browser', session: 'latchkey_authkit_session' } as const

type CookieName = keyof typeof names

/** Reads one of the hosted pages' cookies. */
export const readCookie = (context: Context<AppEnv>, name: CookieName): string | undefined =>
  getCookie(context, names[name])

/** Sets one of the hosted pages' cookies; without `maxAge` (seconds) it ends with the browser. */
export function writeCookie(
  context: Context<AppEnv>,
  cookie: { name: CookieName; value: string; maxAge?: number },
): void {
  setCookie(context, names[cookie.name], cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(context.req.url).protocol === 'https:',
    ...(cookie.maxAge !== undefined && { maxAge: cookie.maxAge }),
  })
}

/** Takes one of the hosted pages' cookies back. */
export const clearCookie = (context: Context<AppEnv>, name: CookieName): void => {
  deleteCookie(context, names[name], { path: '/' })
}
