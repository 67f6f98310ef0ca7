import type { Emulator } from '../../src/index.ts'
import { authenticate } from './api.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'
import { authorizePath } from './signIn.ts'

/** A browser that has come to the application's sign-in. */
export async function begin(
  emulator: Emulator,
  more: Record<string, string | undefined> = {},
): Promise<{ browser: Browser; page: Page }> {
  const browser = openBrowser(emulator)
  return { browser, page: await browser.get(authorizePath(emulator, more)) }
}

/** Where a link or a button of the page leads. */
export function linkOn(page: Page, text: string): string {
  const [, href] = new RegExp(`href="([^"]+)"[^>]*>\\s*${text}`).exec(page.html) ?? []
  if (href === undefined) throw new Error(`No link says ${text}.`)
  return href.replaceAll('&amp;', '&')
}

/** The code that the application got. */
export const codeOf = (page: Page): string => page.location?.searchParams.get('code') ?? ''

/** What the application learns of whoever came back. */
export async function redeem(emulator: Emulator, page: Page, more: Record<string, unknown> = {}) {
  const grant = { grant_type: 'authorization_code', code: codeOf(page), ...more }
  return (await authenticate(emulator, grant)).body
}

/** The parameters of a refusal, as the application got them. */
export const refusalOf = (page: Page): Record<string, string> =>
  Object.fromEntries(page.location?.searchParams ?? [])
