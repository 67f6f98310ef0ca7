import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../environment.ts'
import { requestBase } from './base.ts'

const name = 'latchkey_console_notice'

/** Says something on the next page, once. */
export function leaveNotice(context: Context<AppEnv>, notice: string): void {
  const path = requestBase(context)
  setCookie(context, name, notice, { path, httpOnly: true, sameSite: 'Strict', maxAge: 30 })
}

/** What the page before wanted to say. */
export function takeNotice(context: Context<AppEnv>): string | undefined {
  const notice = getCookie(context, name)
  if (notice !== undefined) deleteCookie(context, name, { path: requestBase(context) })
  return notice
}
