import { actionId } from '../support/actionId.ts'
import { ada } from '../support/people.ts'
import { type Sent, send } from '../support/send.ts'
import { sessionCookie } from '../support/session.ts'
import { endSessions, expect, refreshes, test, type World } from '../support/world.ts'

/** Where an application has what is asked for. */
interface Place {
  readonly world: World
  /** What stands before the paths of pages, and before those of the kit and of data. */
  readonly pages: string
  readonly rest: string
  /** Id of the server action of its notes. */
  readonly action: string
  /** `/members` there, as the kit's routes are told to come back to it. */
  readonly returnTo: string
}

const navigates = { 'sec-fetch-mode': 'navigate', accept: 'text/html' }
const scripted = { 'sec-fetch-mode': 'cors', accept: '*/*' }
const flight = { ...scripted, rsc: '1' }
const prefetched = { ...flight, 'next-router-prefetch': '1' }
const segment = { ...prefetched, 'next-router-segment-prefetch': '/_tree' }

/** What browsers and Next's client send. Next computes `_rsc` from the headers, and redirects to it. */
const requestsTo = ({ pages, rest, action }: Place) =>
  ({
    document: { path: `${pages}/members`, headers: navigates },
    'document, HEAD': { path: `${pages}/members`, method: 'HEAD', headers: navigates },
    'document in a frame': {
      path: `${pages}/members`,
      headers: { ...navigates, 'sec-fetch-dest': 'iframe' },
    },
    'document prefetched': {
      path: `${pages}/members`,
      headers: { ...navigates, 'sec-purpose': 'prefetch' },
    },
    navigation: { path: `${pages}/members?_rsc`, headers: flight },
    'navigation prefetched': {
      path: `${pages}/members?_rsc=HEAvJdHAQJrUAe2K`,
      headers: { ...prefetched, 'sec-purpose': 'prefetch' },
    },
    'segment prefetched': {
      path: `${pages}/members?_rsc=_i_aeImnuN6u1u1r`,
      headers: { ...segment, 'sec-purpose': 'prefetch' },
    },
    // Next hides its own marks from a proxy, so that this is a navigation to us.
    'segment, marked by Next only': {
      path: `${pages}/members?_rsc=_i_aeImnuN6u1u1r`,
      headers: segment,
    },
    fetch: { path: `${rest}/api/me`, headers: { ...scripted, accept: 'application/json' } },
    XHR: { path: `${rest}/api/me`, headers: { ...scripted, 'x-requested-with': 'XMLHttpRequest' } },
    action: {
      path: `${pages}/notes`,
      method: 'POST',
      body: '[]',
      headers: {
        ...scripted,
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        'next-action': action,
      },
    },
  }) as const satisfies Record<string, Sent>

type Kind = keyof ReturnType<typeof requestsTo>
type Holder = 'signed in' | 'expired' | 'signed out' | 'garbage' | 'ended'

/** `ended` has an expired token too, so that WorkOS is asked and refuses. */
const holders: readonly Holder[] = ['signed in', 'expired', 'signed out', 'garbage', 'ended']

const refreshed = '+ refresh + cookie'
const problem = '401 json (unauthenticated)'
const hold = '503 json (session_unavailable)'

/** A column for every holder, in their order. */
// biome-ignore format: a table
const answers = (signIn: string): Record<Kind, readonly [string, string, string, string, string]> => ({
  //                                signed in     expired                      signed out                     garbage                        ended
  document:                       ['200 html',   `200 html ${refreshed}`,   signIn,                        signIn,                        `${signIn} + refresh`],
  'document, HEAD':               ['200 html',   `200 html ${refreshed}`,   signIn,                        signIn,                        `${signIn} + refresh`],
  'document in a frame':          ['200 html',   `200 html ${refreshed}`,   '401 html',                    '401 html',                    '401 html + refresh'],
  'document prefetched':          ['200 html',   hold,                      problem,                       problem,                       hold],
  navigation:                     ['200 flight', `200 flight ${refreshed}`, problem,                       problem,                       `${problem} + refresh`],
  'navigation prefetched':        ['200 flight', hold,                      problem,                       problem,                       hold],
  'segment prefetched':           ['200 flight', hold,                      problem,                       problem,                       hold],
  'segment, marked by Next only': ['200 flight', `200 flight ${refreshed}`, problem,                       problem,                       `${problem} + refresh`],
  fetch:                          ['200 json',   `200 json ${refreshed}`,   problem,                       problem,                       `${problem} + refresh`],
  XHR:                            ['200 json',   `200 json ${refreshed}`,   problem,                       problem,                       `${problem} + refresh`],
  action:                         ['200 flight', `200 flight ${refreshed}`, '401 text (unauthenticated)',  '401 text (unauthenticated)',  '401 text (unauthenticated) + refresh'],
})

test('what a request is decides the answer', async ({ guardedWorld: world }) => {
  const action = await actionId(new URL('../apps/guarded/', import.meta.url), 'app/notes/page')
  await expectAnswers({ world, pages: '', rest: '', action, returnTo: '/members' })
})

test('and so it does under a basePath and a locale', async ({ basedWorld: world }) => {
  const directory = new URL('../apps/based/', import.meta.url)
  const action = await actionId(directory, 'app/[locale]/notes/page')
  await expectAnswers({ world, pages: '/shop/en', rest: '/shop', action, returnTo: '/en/members' })
})

async function expectAnswers(place: Place): Promise<void> {
  test.slow()
  const { world, rest, returnTo } = place
  const requests = requestsTo(place)
  // A first fetch of the keys can time out on a busy machine, and is tried again later.
  const living = await sessionCookie(world, ada.email)
  await expect(async () => {
    const headers = { ...requests.document.headers, cookie: living }
    const first = await send(world.app.url, { ...requests.document, headers })
    if (first.status === 503) await world.travel({ seconds: 30 })
    expect(first.status).toBe(200)
  }).toPass()

  const answered: Record<string, string[]> = {}
  for (const [kind, request] of Object.entries<Sent>(requests)) {
    const row: string[] = []
    for (const holder of holders) row.push(await answerTo({ world, request, holder }))
    answered[kind] = row
  }
  const signIn = `307 ${rest}/auth/sign-in?${new URLSearchParams({ returnTo })}`
  expect(answered).toEqual(answers(signIn))
}

/** Asks, and describes the answer; what holds for every answer is checked here. */
async function answerTo({
  world,
  request,
  holder,
}: {
  world: World
  request: Sent
  holder: Holder
}): Promise<string> {
  const cookie = await cookieOf(world, holder)
  const before = refreshes(world)
  const response = await send(world.app.url, {
    ...request,
    headers: { ...request.headers, cookie },
  })
  const count = refreshes(world) - before
  const { headers, status } = response
  const isActionThatRan = request.method === 'POST' && status === 200
  // Next writes its own words where an action ran.
  const kept = isActionThatRan ? /\bno-store\b/ : /\bprivate\b.*\bno-store\b/
  expect(headers.get('cache-control')).toMatch(kept)
  expect(headers.get('www-authenticate')).toBe(status === 401 ? 'Session realm="latchkey"' : null)
  expect(headers.has('retry-after')).toBe(status === 503)
  return [
    `${status} ${headers.get('location')?.replace(world.app.url, '') ?? (await bodyOf(response))}`,
    count === 0 ? '' : ` + ${count === 1 ? 'refresh' : `${count} refreshes`}`,
    ...headers.getSetCookie().map((header) => (isSession(header) ? ' + cookie' : ` + ${header}`)),
  ].join('')
}

async function cookieOf(world: World, holder: Holder): Promise<string> {
  if (holder === 'signed out') return ''
  if (holder === 'garbage') return 'wos-session=garbage'
  const cookie = await sessionCookie(world, ada.email)
  if (holder === 'ended') await endSessions(world)
  if (holder !== 'signed in') await world.travel({ seconds: 310 })
  return cookie
}

const bodies: Record<string, string> = {
  'text/html': 'html',
  'text/x-component': 'flight',
  'application/json': 'json',
  'text/plain': 'text',
}

/** What kind of body it is, with the code of a refusal. */
async function bodyOf(response: Response): Promise<string> {
  const [type = ''] = response.headers.get('content-type')?.split(';') ?? []
  const text = await response.text()
  const code = type === 'text/plain' ? /\((\w+)\)$/.exec(text) : /"code":"(\w+)"/.exec(text)
  const kind = bodies[type] ?? type
  return response.ok || !code ? kind : `${kind} (${code[1]})`
}

/** A session that goes on: a value, and no early end. */
function isSession(header: string): boolean {
  return /^wos-session=Fe26\./.test(header) && !/Max-Age=0/i.test(header)
}
