import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { start } from '../support/start.ts'

test('a frozen clock stands still, is moved, and runs on when told to', async () => {
  const emulator = await start()
  emulator.clock.freeze('2030-01-01T00:00:00Z')
  await new Promise(setImmediate)
  expect(emulator.clock.now()).toBe(Date.parse('2030-01-01T00:00:00Z'))
  emulator.clock.advance({ seconds: 90 })
  expect(emulator.clock.now()).toBe(Date.parse('2030-01-01T00:01:30Z'))
  emulator.clock.set('2031-01-01T00:00:00Z')
  expect(emulator.clock.frozen).toBe(true)

  const { body: user } = await call(emulator, 'POST', '/user_management/users', {
    body: { email: 'new@home.example' },
  })
  expect(user.created_at).toBe('2031-01-01T00:00:00.000Z')

  emulator.clock.resume()
  expect(emulator.clock.frozen).toBe(false)
  expect(emulator.clock.now()).toBeGreaterThanOrEqual(Date.parse('2031-01-01T00:00:00Z'))
  emulator.clock.freeze()
  emulator.clock.reset()
  expect(emulator.clock.frozen).toBe(false)
})

test('over HTTP it freezes and resumes too', async () => {
  const emulator = await start()
  const post = async (body: unknown) =>
    (await call(emulator, 'POST', '/_emulator/clock', { body })).body
  expect(await post({ freeze: '2030-01-01T00:00:00Z' })).toEqual({
    now: '2030-01-01T00:00:00.000Z',
    frozen: true,
  })
  expect(await post({ freeze: true })).toMatchObject({ frozen: true })
  expect(await post({ resume: true })).toMatchObject({ frozen: false })
})
