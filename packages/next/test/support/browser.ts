import type { Emulator } from '@latchkey/emulator'
import { NextRequest } from 'next/server.js'
import type { AuthRoutes } from '../../src/routes/index.ts'
import { appUrl } from './world.ts'

/** Where a browser came to rest. */
export interface Page {
  readonly url: URL
  readonly status: number
  readonly html: string
}

/** A browser without script between the routes of the kit and the emulator, in this process. */
export interface Browser {
  open(url: string): Promise<Page>
  /** Fills in the page's form and sends it. */
  submit(page: Page, fields: Record<string, string>): Promise<Page>
  /** Signs in at the hosted pages, from the product's own route. */
  signIn(email: string, options?: { path?: string }): Promise<Page>
  /** The `Cookie` header that the product gets. */
  cookies(): string
}

const PASSWORD = 'open-sesame-42'

export function openBrowser(routes: AuthRoutes, emulator: Emulator): Browser {
  const jars = { product: new Map<string, string>(), workos: new Map<string, string>() }

  async function follow(request: Request): Promise<Page> {
    const url = new URL(request.url)
    const jar = url.origin === appUrl ? jars.product : jars.workos
    request.headers.set('cookie', headerOf(jar))
    request.headers.set('sec-fetch-mode', 'navigate')
    const response = await answer(request)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location !== null) return follow(new Request(new URL(location, url)))
    return { url, status: response.status, html: await response.text() }
  }

  function answer(request: Request): Promise<Response> {
    const { origin, pathname } = new URL(request.url)
    if (origin !== appUrl) return emulator.fetch(request)
    if (!pathname.startsWith('/auth/')) return Promise.resolve(new Response('a page'))
    return routes.GET(new NextRequest(request))
  }

  const browser: Browser = {
    open: (url) => follow(new Request(new URL(url, appUrl))),
    submit({ url, html }, fields) {
      const [form = ''] = /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html) ?? []
      const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const target = new URL(action, url)
      return follow(
        new Request(target, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { origin: target.origin, 'sec-fetch-site': 'same-origin' },
        }),
      )
    },
    async signIn(email, { path = '/auth/sign-in' } = {}) {
      const start = await browser.open(path)
      const asked = await browser.submit(start, { email })
      return browser.submit(asked, { password: PASSWORD })
    },
    cookies: () => headerOf(jars.product),
  }
  return browser
}

function headerOf(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
