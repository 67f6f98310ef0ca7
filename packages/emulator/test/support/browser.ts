import type { Emulator } from '../../src/index.ts'

/** Just enough of a browser: cookies, forms, and redirects followed while they stay in the emulator. */
export type Browser = {
  get(path: string): Promise<Page>
  submit(page: Page, fields: Record<string, string>): Promise<Page>
  cookies: Map<string, string>
}

/** Where the browser has come to. `location` is set when it was sent out of the emulator. */
export type Page = {
  url: string
  status: number
  html: string
  location: URL | undefined
  headers: Headers
}

/** A browser with no history. */
export function openBrowser(emulator: Emulator): Browser {
  const cookies = new Map<string, string>()

  async function visit(
    url: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await emulator.fetch(
      new Request(url, {
        ...init,
        headers: { cookie, 'user-agent': 'test browser', ...init.headers },
      }),
    )
    for (const header of response.headers.getSetCookie()) keep(header)
    const location = response.headers.get('location')
    const { status, headers } = response
    if (location === null) {
      return { url, status, html: await response.text(), location: undefined, headers }
    }
    const next = new URL(location, url)
    return next.origin === emulator.url
      ? visit(next.href)
      : { url, status, html: '', location: next, headers }
  }

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    get: (path) => visit(new URL(path, emulator.url).href),
    submit: (page, fields) =>
      visit(page.url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    cookies,
  }
}
