/** Somebody with a browser that has no script: keeps cookies, fills in forms, follows redirects. */
export interface Visitor {
  /** Follows redirects until a page, or until an address starts with `until`. */
  open(url: string, until: string): Promise<Stop>
  /** Fills in the form of the page and sends it. */
  submit(page: Page, fields: Record<string, string>, until: string): Promise<Stop>
}

/** A page with a form. */
export interface Page {
  readonly kind: 'page'
  readonly url: string
  readonly html: string
}

/** Where a visitor comes to rest. */
export type Stop = Page | { readonly kind: 'arrived'; readonly url: URL }

export function createVisitor(): Visitor {
  const jar = new Map<string, string>()

  async function follow(request: Request, until: string): Promise<Stop> {
    if (jar.size > 0) {
      request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const response = await fetch(request, { redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return { kind: 'page', url: request.url, html: await response.text() }
    const next = new URL(location, request.url)
    return next.href.startsWith(until)
      ? { kind: 'arrived', url: next }
      : follow(new Request(next), until)
  }

  return {
    open: (url, until) => follow(new Request(url), until),
    submit(page, fields, until) {
      const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page.html) ?? []
      const action = /<form[^>]*action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&')
      const hidden = form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)
      const body = new URLSearchParams(fields)
      for (const [input] of hidden) {
        const name = /name="([^"]*)"/.exec(input)?.[1]
        const value = /value="([^"]*)"/.exec(input)?.[1]
        if (name !== undefined && !body.has(name)) body.set(name, value ?? '')
      }
      const url = new URL(action ?? '', page.url)
      return follow(
        new Request(url, { method: 'POST', body, headers: { origin: url.origin } }),
        until,
      )
    },
  }
}
