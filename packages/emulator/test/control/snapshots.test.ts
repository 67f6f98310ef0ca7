import { expect, test } from 'vitest'
import { call, refresh } from '../support/api.ts'
import { openReceiver } from '../support/receiver.ts'
import { start } from '../support/start.ts'

const users = '/user_management/users'
const create = (emulator: Parameters<typeof call>[0], email: string) =>
  call(emulator, 'POST', users, { body: { email } })

test('a snapshot is gone back to, more than once, with its clock', async () => {
  const emulator = await start()
  const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
  emulator.clock.freeze('2030-01-01T00:00:00Z')
  const snapshot = emulator.snapshot()

  for (const round of [1, 2]) {
    await create(emulator, `round${round}@home.example`)
    await call(emulator, 'DELETE', `${users}/user_01JADA00000000000000000000`)
    emulator.clock.advance({ seconds: 5 })
    emulator.faults.add({ status: 500 })
    emulator.restore(snapshot)
    expect(emulator.accounts()).toHaveLength(16)
    expect(emulator.clock.now()).toBe(Date.parse('2030-01-01T00:00:00Z'))
    expect(emulator.faults.list()).toEqual([])
  }
  emulator.clock.reset()
  expect((await refresh(emulator, refresh_token)).status).toBe(200)
})

test('events, webhooks and keys work on after a restore and after a reset', async () => {
  const emulator = await start()
  const receiver = await openReceiver()
  const { access_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
  const kids = emulator.keys.list()
  const subscribe = () =>
    call(emulator, 'POST', '/webhook_endpoints', {
      body: { endpoint_url: receiver.url, events: ['user.created'] },
    })
  await subscribe()
  const snapshot = emulator.snapshot()
  await create(emulator, 'one@home.example')
  await emulator.webhooks.settled()

  emulator.restore(snapshot)
  await create(emulator, 'two@home.example')
  await emulator.webhooks.settled()
  expect(emulator.events.list({ events: ['user.created'] })).toMatchObject([
    { data: { email: 'two@home.example' } },
  ])

  emulator.reset()
  expect(emulator.events.list()).toEqual([])
  await subscribe()
  await create(emulator, 'three@home.example')
  await emulator.webhooks.settled()
  expect(receiver.received.map(({ event }) => event.data)).toMatchObject([
    { email: 'one@home.example' },
    { email: 'two@home.example' },
    { email: 'three@home.example' },
  ])
  expect(emulator.keys.list()).toEqual(kids)
  expect(access_token).not.toBe('')
})

test('over HTTP', async () => {
  const emulator = await start()
  const { status, body: snapshot } = await call(emulator, 'POST', '/_emulator/snapshots')
  expect(status).toBe(201)
  await create(emulator, 'new@home.example')
  const restore = (id: string) => call(emulator, 'POST', `/_emulator/snapshots/${id}/restore`)
  expect((await restore(snapshot.id)).status).toBe(204)
  expect(emulator.accounts()).toHaveLength(16)
  expect((await restore('snapshot_other')).status).toBe(404)
  expect((await call(emulator, 'GET', '/_emulator/snapshots')).body.data).toEqual([snapshot])
  expect((await call(emulator, 'DELETE', `/_emulator/snapshots/${snapshot.id}`)).status).toBe(204)
  expect((await restore(snapshot.id)).status).toBe(404)
})
