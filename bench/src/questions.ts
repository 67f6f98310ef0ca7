import { NextRequest } from 'next/server.js'
import type { Question } from './measure.ts'
import type { World } from './world.ts'

/** A person opening a page, as a browser sends it. */
export const visit = (path: string, cookie?: string): NextRequest =>
  new NextRequest(`http://localhost:3000${path}`, {
    headers: {
      accept: 'text/html,application/xhtml+xml',
      'accept-language': 'en',
      'sec-fetch-dest': 'document',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': 'none',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0',
      ...(cookie === undefined ? {} : { cookie: `wos-session=${cookie}` }),
    },
  })

const passes = (response: Response): boolean => response.headers.get('x-middleware-next') === '1'
const redirects = (response: Response): boolean => response.status >= 300 && response.status < 400

/** What the proxies are asked, all of it about `/dashboard` unless said otherwise. */
export const questions = async (world: World): Promise<readonly Question[]> => {
  const seen = await world.livingCookie()
  return [
    {
      what: 'signed in, cookie seen before',
      request: async () => visit('/dashboard', seen),
      isRight: passes,
    },
    {
      what: 'signed in, cookie never seen',
      request: async () => visit('/dashboard', await world.livingCookie()),
      isRight: passes,
    },
    {
      what: 'signed out, protected page',
      request: async () => visit('/dashboard'),
      isRight: redirects,
    },
    { what: 'signed out, public page', request: async () => visit('/'), isRight: passes },
  ]
}
