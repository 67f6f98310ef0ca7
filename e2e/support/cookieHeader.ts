import type { BrowserContext } from '@playwright/test'

/** What the browser would send as `Cookie` to an address. */
export async function cookieHeader(context: BrowserContext, url: string): Promise<string> {
  const cookies = await context.cookies(url)
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The `Set-Cookie` headers that delete a session cookie. */
export function sessionDeletions(response: Response): string[] {
  return response.headers
    .getSetCookie()
    .filter(
      (header) =>
        header.startsWith('wos-session') && /Max-Age=0|Expires=Thu, 01 Jan 1970/.test(header),
    )
}
