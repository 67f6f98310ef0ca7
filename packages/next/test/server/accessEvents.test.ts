import { type AuthEvent, parseCookies } from '@latchkey/core'
import { NextRequest } from 'next/server.js'
import { beforeEach, expect, it, vi } from 'vitest'
import { createAuth } from '../../src/index.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers.js', () => ({ headers: async () => request.headers }))

let world: World
const heard: AuthEvent[] = []
beforeEach(async () => {
  heard.length = 0
  world = await createWorld({ onEvent: (event) => heard.push(event) })
})

const told = () =>
  heard.flatMap((event) => {
    if (event.name !== 'access') return []
    const { by, path, decision, reason, requirement } = event
    return [[by, path, decision, reason, requirement].filter(Boolean).join(' ')]
  })

it('tells what protectRoute decides, by any credential', async () => {
  const cookie = await world.cookieOf(ada)
  const state = await world.kit.readSession(parseCookies(cookie))
  const token = state.status === 'signed-in' ? state.accessToken : ''
  const { protectRoute } = createAuth({ kit: world.kit })
  const GET = protectRoute(
    { role: 'admin', accept: ['session', 'bearer', 'api-key'] },
    () => new Response('secret'),
  )
  const ask = (headers: Record<string, string>) =>
    GET(new NextRequest(`${appUrl}/api?token=secret`, { headers }), {})
  await ask({ cookie })
  await ask({})
  await ask({ authorization: `Bearer ${token}` })
  await ask({ authorization: 'Bearer a.b.c' })
  await ask({ authorization: 'Bearer sk_nothing' })
  await ask({ cookie: await world.cookieOf('ben@northwind.example') })

  expect(told()).toEqual([
    'protectRoute /api allowed signed-in',
    'protectRoute /api refused no-cookie',
    'protectRoute /api allowed bearer',
    'protectRoute /api refused invalid-token',
    'protectRoute /api refused invalid-api-key',
    'protectRoute /api refused forbidden role',
  ])
  expect(heard.find(({ name }) => name === 'access')).toMatchObject({
    subject: { userId: expect.stringMatching(/^user_/) },
  })
})

it('tells what requireAuth decides, and where', async () => {
  const { requireAuth } = createAuth({ kit: world.kit })
  const cookie = await world.cookieOf(ada)
  const ask = async (headers: Record<string, string>, needs: Parameters<typeof requireAuth>[0]) => {
    request.headers = new Headers(headers)
    await requireAuth(needs).catch(() => undefined)
  }
  await ask({ cookie }, {})
  await ask({}, { returnTo: '/payouts?id=1' })
  await ask({ cookie }, { permission: 'payouts:approve' })
  world.travel(120)
  await ask({ cookie }, { maxAge: 60 })
  world.travel(600)
  world.outage(true)
  await ask({ cookie, 'x-latchkey-unavailable': '1' }, {})

  expect(told()).toEqual([
    'requireAuth allowed signed-in',
    'requireAuth /payouts redirected no-cookie',
    'requireAuth refused forbidden permission',
    'requireAuth redirected reauthentication-required',
    'requireAuth unavailable refresh-unavailable',
  ])
})
