import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { press, textOf, visit } from '../support/console.ts'
import { openReceiver } from '../support/receiver.ts'
import { start } from '../support/start.ts'

const users = '/user_management/users'

test('faults are added by a form, hit, and are removed', async () => {
  const emulator = await start()
  const wish = { path: users, outcome: 'answer', status: '503', retry_after: '2', count: '1' }
  expect((await press(emulator, 'faults', wish)).status).toBe(303)
  expect(emulator.faults.list()).toMatchObject([
    { path: users, status: 503, count: 1, headers: { 'Retry-After': '2' } },
  ])
  expect((await call(emulator, 'GET', users)).headers.get('retry-after')).toBe('2')
  expect(textOf(await visit(emulator, 'faults'))).toContain('1 of 1')
  await press(emulator, `faults/${emulator.faults.list()[0]?.id}/remove`)
  expect(emulator.faults.list()).toEqual([])

  await press(emulator, 'faults', { outcome: 'reset', probability: '0.5' })
  await press(emulator, 'faults', { outcome: 'none', latency: '20', method: 'GET' })
  expect(emulator.faults.list()).toMatchObject([
    { reset: true, probability: 0.5 },
    { latency: 20, method: 'GET' },
  ])
  await press(emulator, 'faults/clear')
  expect(emulator.faults.list()).toEqual([])
})

test('a fault that cannot be is refused, and a ready one fills the form', async () => {
  const emulator = await start()
  const refused = await press(emulator, 'faults', { outcome: 'answer', status: '42' })
  expect(refused.status).toBe(422)
  expect(refused.html).toMatch(/name="status"[^>]*value="42"/)
  const { html } = await visit(emulator, 'faults?preset=limit')
  expect(html).toMatch(/name="status"[^>]*value="429"/)
  expect((await visit(emulator, 'faults?preset=constructor')).status).toBe(200)
})

test('the clock is advanced, set, frozen and put right', async () => {
  const emulator = await start()
  const offset = () => Math.round((emulator.clock.now() - Date.now()) / 60_000)
  await press(emulator, 'clock/advance', { amount: '2', unit: 'hours' })
  expect(offset()).toBe(120)
  expect(textOf(await visit(emulator, 'users'))).toContain('+2 h')
  await press(emulator, 'clock/set', { time: '2030-01-01T09:30', frozen: 'yes' })
  expect(emulator.clock.now()).toBe(Date.parse('2030-01-01T09:30:00Z'))
  expect(emulator.clock.frozen).toBe(true)
  await press(emulator, 'clock/turn', { do: 'resume' })
  expect(emulator.clock.frozen).toBe(false)
  await press(emulator, 'clock/turn', { do: 'reset' })
  expect(offset()).toBe(0)
  expect((await press(emulator, 'clock/advance', { amount: 'soon' })).status).toBe(422)
  expect((await press(emulator, 'clock/turn', { do: 'toString' })).status).toBe(422)
})

test('keys are rotated and dropped', async () => {
  const emulator = await start()
  await press(emulator, 'keys/rotate')
  await press(emulator, 'keys/rotate')
  const [oldest, ...rest] = emulator.keys.list()
  expect(rest).toHaveLength(2)
  await press(emulator, `keys/${oldest}/drop`)
  expect(emulator.keys.list()).toEqual(rest)
  expect(textOf(await press(emulator, `keys/${rest.at(-1)}/drop`))).toContain('Rotate before')
})

test('a snapshot is taken and gone back to; a reset goes back to the seed', async () => {
  const emulator = await start()
  const remove = async (name: string) =>
    press(emulator, `users/user_01J${name.padEnd(23, '0')}/delete`)
  await remove('ADA')
  await press(emulator, 'snapshots')
  await remove('BEN')
  const [, restore = ''] = /action="([^"]+\/restore)"/.exec(
    (await visit(emulator, 'snapshots')).html,
  ) ?? ['', '']
  await press(emulator, restore)
  const known = () => emulator.accounts().map(({ email }) => email.split('@')[0])
  expect(known()).toContain('ben')
  expect(known()).not.toContain('ada')
  await press(emulator, 'reset')
  expect(known()).toContain('ada')
})

test('webhooks go to a new endpoint, and are sent again', async () => {
  const emulator = await start()
  const receiver = await openReceiver()
  await press(emulator, 'webhooks', { url: receiver.url, events: 'user.' })
  await press(emulator, 'users', { email: 'new@home.example' })
  await emulator.webhooks.settled()
  const page = await visit(emulator, 'webhooks')
  expect(textOf(page)).toContain('delivered')
  const [, resend = ''] = /action="([^"]+\/resend)"/.exec(page.html) ?? []
  await press(emulator, resend)
  await emulator.webhooks.settled()
  expect(emulator.webhooks.deliveries({ event: 'user.created' })).toHaveLength(2)
  const nowhere = await press(emulator, 'webhooks', { url: receiver.url, events: 'nothing.' })
  expect(textOf(nowhere)).toContain('No event is called like that.')
})

test('flags are made, switched and deleted', async () => {
  const emulator = await start()
  const flag = async () => (await call(emulator, 'GET', '/feature-flags/dark-mode')).body
  await press(emulator, 'flags', { slug: 'dark-mode', everybody: 'yes', tags: 'ui, beta' })
  expect(await flag()).toMatchObject({ enabled: true, default_value: true, tags: ['ui', 'beta'] })
  expect((await press(emulator, 'flags', { slug: 'dark-mode' })).status).toBe(422)
  expect((await press(emulator, 'flags', { slug: 'Dark mode' })).status).toBe(422)
  await press(emulator, 'flags/dark-mode/switch', { to: 'off' })
  await press(emulator, 'flags/dark-mode/everybody', { to: 'off' })
  expect(await flag()).toMatchObject({ enabled: false, default_value: false })
  await press(emulator, 'flags/dark-mode/delete')
  expect((await call(emulator, 'GET', '/feature-flags/dark-mode')).status).toBe(404)
})

test('roles and permissions are made, and say what members may do', async () => {
  const emulator = await start()
  await press(emulator, 'permissions', { slug: 'fruit:pick', name: 'Pick fruit' })
  await press(emulator, 'roles', { slug: 'picker', name: 'Picker', permissions: 'fruit:pick' })
  await press(emulator, 'roles/viewer', { permissions: ['projects:read', 'fruit:pick'] })
  const role = async (slug: string) =>
    (await call(emulator, 'GET', `/authorization/roles/${slug}`)).body
  expect(await role('picker')).toMatchObject({ permissions: ['fruit:pick'] })
  expect(await role('viewer')).toMatchObject({ permissions: ['projects:read', 'fruit:pick'] })
  await press(emulator, 'permissions/fruit:pick/delete')
  expect(await role('picker')).toMatchObject({ permissions: [] })
})
