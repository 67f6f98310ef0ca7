import { send } from './send.ts'

/** What a browser sends for a page, a script, and a server action. */
const headersOf = {
  document: { 'sec-fetch-mode': 'navigate', accept: 'text/html' },
  data: { 'sec-fetch-mode': 'cors', accept: 'application/json' },
  action: { 'sec-fetch-mode': 'cors', accept: 'text/x-component' },
} as const

/** How somebody asks. */
export type Way = keyof typeof headersOf

/** A request as a browser of the cookie's owner would make it; follows no redirect. */
export function ask({
  way,
  url,
  cookie,
  action,
}: {
  way: Way
  url: string
  cookie: string
  /** The id of the server action. */
  action?: string
}): Promise<Response> {
  const { origin, pathname, search } = new URL(url)
  const path = pathname + search
  const headers = { ...headersOf[way], cookie }
  if (action === undefined) return send(origin, { path, headers })
  return send(origin, {
    path,
    method: 'POST',
    body: '[]',
    headers: { ...headers, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
  })
}
