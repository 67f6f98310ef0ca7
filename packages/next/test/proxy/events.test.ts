import type { AuthEvent } from '@latchkey/core'
import { NextRequest } from 'next/server.js'
import { beforeEach, expect, it } from 'vitest'
import { type WithAuthOptions, withAuth } from '../../src/proxy/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

let world: World
const heard: AuthEvent[] = []
beforeEach(async () => {
  world = await createWorld()
  heard.length = 0
})

const document = { 'sec-fetch-mode': 'navigate' }
const data = { 'sec-fetch-mode': 'cors' }

function get(path: string, headers: Record<string, string>, options: WithAuthOptions = {}) {
  const kit = { ...world.kit, onEvent: (event: AuthEvent) => heard.push(event) }
  const proxy = withAuth({
    kit,
    publicPaths: ['/'],
    rules: [
      { path: '/owners', require: { role: 'owner' } },
      { path: '/danger', require: { maxAge: 60 } },
    ],
    ...options,
  })
  return proxy(new NextRequest(appUrl + path, { headers }))
}

it('tells every decision and why, without the query', async () => {
  const cookie = await world.cookieOf(ada)
  await get('/', document)
  await get('/dashboard?token=secret', { ...document, cookie })
  await get('/dashboard', document)
  await get('/dashboard', data)
  await get('/owners', { ...data, cookie })
  world.travel(200)
  await get('/danger', { ...document, cookie })
  world.travel(600)
  world.outage(true)
  await get('/dashboard', { ...data, cookie })

  const requests = heard.filter((event) => event.name === 'request')
  expect(requests.map(({ decision, reason, path }) => `${path} ${decision} ${reason}`)).toEqual([
    '/ allowed public',
    '/dashboard allowed signed-in',
    '/dashboard redirected no-cookie',
    '/dashboard refused no-cookie',
    '/owners refused forbidden',
    '/danger redirected reauthentication-required',
    '/dashboard unavailable refresh-unavailable',
  ])
  expect(requests[4]).toMatchObject({ requirement: 'role', kind: 'data', method: 'GET' })
  expect(requests[1]?.subject?.userId).toMatch(/^user_/)
  expect(requests[2]?.subject).toBeUndefined()
})

it('tells the browser only when asked to', async () => {
  const silent = await get('/dashboard', document)
  expect(silent.headers.has('server-timing')).toBe(false)
  const refused = await get('/dashboard', data, { serverTiming: true })
  expect(refused.headers.get('server-timing')).toMatch(
    /^latchkey;dur=\d+\.\d;desc="refused: no-cookie"$/,
  )
  const cookie = await world.cookieOf(ada)
  const passed = await get('/dashboard', { ...document, cookie }, { serverTiming: true })
  expect(passed.headers.get('server-timing')).toContain('desc="allowed: signed-in"')
})
