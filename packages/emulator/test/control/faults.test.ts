import { expect, test } from 'vitest'
import { createFaults } from '../../src/control/faults.ts'
import { pathPattern } from '../../src/control/pathPattern.ts'
import { ConnectionResetError } from '../../src/index.ts'
import { call } from '../support/api.ts'
import { start } from '../support/start.ts'

const users = '/user_management/users'

test('a status hits as often as it should, and is listed and cleared', async () => {
  const emulator = await start()
  const fault = emulator.faults.add({ path: users, status: 503, count: 2 })
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await call(emulator, 'GET', users)).status)
  expect(statuses).toEqual([503, 503, 200])
  expect(emulator.faults.list()).toEqual([{ ...fault, hits: 2 }])
  expect(emulator.requests().map((each) => each.fault)).toEqual([fault.id, fault.id, undefined])
  emulator.faults.clear()
  expect(emulator.faults.list()).toEqual([])
})

test('a refused request changes nothing', async () => {
  const emulator = await start()
  emulator.faults.add({ method: 'POST', path: users, status: 500 })
  const body = { email: 'new@home.example' }
  expect((await call(emulator, 'POST', users, { body })).status).toBe(500)
  expect(emulator.accounts()).toHaveLength(16)
  expect((await call(emulator, 'GET', users)).status).toBe(200)
})

test('over HTTP: body, headers and latency', async () => {
  const emulator = await start()
  const { status, body: fault } = await call(emulator, 'POST', '/_emulator/faults', {
    body: {
      path: '/user_management/**',
      status: 429,
      body: { message: 'Slow down.' },
      headers: { 'Retry-After': '7' },
      latency: 30,
    },
  })
  expect(status).toBe(201)
  const began = performance.now()
  const answer = await call(emulator, 'GET', users)
  // Timers may fire up to a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(28)
  expect(answer).toMatchObject({ status: 429, body: { message: 'Slow down.' } })
  expect(answer.headers.get('retry-after')).toBe('7')
  expect((await call(emulator, 'GET', '/_emulator/faults')).body.data).toEqual([
    { ...fault, hits: 1 },
  ])
  expect((await call(emulator, 'DELETE', `/_emulator/faults/${fault.id}`)).status).toBe(204)
  expect((await call(emulator, 'DELETE', `/_emulator/faults/${fault.id}`)).status).toBe(404)
  expect((await call(emulator, 'GET', users)).status).toBe(200)
})

test('a connection is reset, in process and on the wire', async () => {
  const emulator = await start()
  emulator.faults.add({ path: users, reset: true })
  await expect(call(emulator, 'GET', users)).rejects.toThrow(ConnectionResetError)
  const { url } = await emulator.listen()
  const failure = await fetch(`${url}${users}`).catch((error: Error) => error.cause)
  expect(failure).toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) })
  expect((await fetch(`${url}/health`)).status).toBe(200)
  expect(emulator.requests({ path: users }).map(({ status }) => status)).toEqual([0, 0])
})

test('probability decides by the given numbers', () => {
  const numbers = [0.2, 0.8, 0.49, 0.5]
  const faults = createFaults(() => numbers.shift() ?? 1)
  faults.add({ status: 500, probability: 0.5 })
  const strikes = [1, 2, 3, 4].map(() => faults.strike({ method: 'GET', path: '/x' }))
  expect(strikes.map(({ decides }) => decides !== undefined)).toEqual([true, false, true, false])
})

test('latency adds up with what decides', () => {
  const faults = createFaults()
  faults.add({ latency: 100 })
  faults.add({ latency: 50, method: 'POST' })
  faults.add({ latency: 20, status: 500 })
  faults.add({ status: 400 })
  expect(faults.strike({ method: 'GET', path: '/x' })).toMatchObject({
    latency: 120,
    decides: { status: 500 },
  })
})

test.each([
  {},
  { path: 'users', status: 500 },
  { status: 42 },
  { status: 500, reset: true },
  { latency: -1 },
  { status: 500, count: 0 },
  { status: 500, probability: 2 },
  { stauts: 500 },
])('does not take %j', async (body) => {
  expect((await call(await start(), 'POST', '/_emulator/faults', { body })).status).toBe(422)
})

test.each([
  ['/users/*', '/users/user_1', true],
  ['/users/*', '/users/user_1/sessions', false],
  ['/users/**', '/users/user_1/sessions', true],
  ['/users', '/users/user_1', false],
  ['/a.b', '/axb', false],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(pathPattern(pattern)(path)).toBe(expected)
})
