import { createHash, randomBytes } from 'node:crypto'
import { defaultSeed, type Emulator } from '../../src/index.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'

/** The one password of the default seed. */
export const password = defaultSeed.users?.[0]?.password ?? ''
/** Where the tests' application lives. */
export const redirectUri = 'http://localhost:3000/auth/callback'

/** A PKCE verifier and its challenge. */
export function pkce() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** The address that begins a sign-in; `undefined` leaves a parameter out. */
export function authorizePath(
  emulator: Emulator,
  more: Record<string, string | undefined> = {},
): string {
  const parameters = {
    client_id: emulator.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    provider: 'authkit',
    state: 'some state',
    ...more,
  }
  const present = Object.entries(parameters).filter((pair): pair is [string, string] => {
    return pair[1] !== undefined
  })
  return `/user_management/authorize?${new URLSearchParams(present)}`
}

/** Goes through the pages as somebody would, to wherever that leads. */
export async function enterPassword(
  browser: Browser,
  page: Page,
  person: { email: string; password?: string },
): Promise<Page> {
  const asked = await browser.submit(page, { email: person.email })
  return browser.submit(asked, { password: person.password ?? password })
}

/** Signs somebody in by the pages and returns the code that the application gets. */
export async function signInForCode(
  emulator: Emulator,
  options: { email?: string; browser?: Browser; more?: Record<string, string | undefined> } = {},
): Promise<string> {
  const { email = 'ada@northwind.example', browser = openBrowser(emulator), more } = options
  const page = await browser.get(authorizePath(emulator, more))
  const done = page.location ? page : await enterPassword(browser, page, { email })
  const code = done.location?.searchParams.get('code')
  if (!code) throw new Error(`No code came of it: ${done.status} ${done.location ?? done.html}`)
  return code
}
