/**
 * What a request is, which decides how it is answered: a `document` can be redirected to another
 * origin, `data` (fetch, client navigation, XHR) and an `action` cannot, and a `prefetch` must not
 * change anything.
 */
export type RequestKind = 'document' | 'data' | 'action' | 'prefetch'

/**
 * Tells what a request is, from headers that reach user code. Next strips `RSC` and
 * `Next-Router-*` before the proxy sees them, so they decide nothing here.
 */
export function requestKind({ method, headers }: Pick<Request, 'method' | 'headers'>): RequestKind {
  if (isPrefetch(headers)) return 'prefetch'
  if (method === 'POST' && headers.has('next-action')) return 'action'
  return isDocument(headers) ? 'document' : 'data'
}

function isPrefetch(headers: Headers): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? ''
  return /prefetch|prerender/.test(purpose) || headers.has('next-router-prefetch')
}

function isDocument(headers: Headers): boolean {
  if (headers.has('rsc')) return false
  const mode = headers.get('sec-fetch-mode')
  if (mode !== null) return mode === 'navigate'
  return headers.get('accept')?.includes('text/html') ?? false
}

/** Whether a document is shown inside another page, where hosted sign-in pages cannot be. */
export function isFramed({ headers }: Pick<Request, 'headers'>): boolean {
  return /^(?:i?frame|embed|object|fencedframe)$/.test(headers.get('sec-fetch-dest') ?? '')
}
