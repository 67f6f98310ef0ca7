import type { Emulator } from '../../src/index.ts'

/** A page of the console, and where one was led. */
export type ConsolePage = { status: number; html: string; location: string | null; cookie: string }

/** Asks for a page of the console. */
export const visit = (emulator: Emulator, path: string, cookie = ''): Promise<ConsolePage> =>
  send(emulator, path, { headers: { cookie } })

/** Sends a form of the console, as a browser does from the console's own pages. */
export const press = (
  emulator: Emulator,
  path: string,
  fields: Record<string, string | string[]> = {},
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): Promise<ConsolePage> => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  )
  return send(emulator, path, { method: 'POST', body: new URLSearchParams(pairs), headers })
}

async function send(emulator: Emulator, path: string, init: RequestInit): Promise<ConsolePage> {
  const at = path.startsWith('/') ? path : `/_emulator/console/${path}`
  const response = await emulator.fetch(new Request(new URL(at, emulator.url), init))
  return {
    status: response.status,
    html: await response.text(),
    location: response.headers.get('location'),
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
}

/** The text of a page, without its tags. */
export const textOf = ({ html }: ConsolePage): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
