import { test as base, describe, expect } from 'vitest'
import { defaultSeed } from '../../src/index.ts'
import {
  connectEmulator,
  playwrightFixtures,
  type RemoteEmulator,
  type VitestFixtures,
  vitestFixtures,
} from '../../src/testing/index.ts'

const test = base.extend<VitestFixtures>(vitestFixtures())
const users = defaultSeed.users?.length

describe('the vitest fixture', () => {
  test('listens, and can be changed', async ({ emulator }) => {
    expect((await fetch(`${emulator.url}/health`)).status).toBe(200)
    emulator.faults.add({ status: 500 })
    emulator.clock.freeze()
  })

  test('is fresh in the next test', ({ emulator }) => {
    expect(emulator.faults.list()).toEqual([])
    expect(emulator.clock.frozen).toBe(false)
  })
})

describe('an emulator in another process', () => {
  test('is held as one in this process', async ({ emulator }) => {
    const remote = connectEmulator({ url: emulator.url })
    await remote.clock.freeze(new Date('2030-01-01T00:00:00Z'))
    await remote.clock.advance({ seconds: 5 })
    expect(await remote.clock.now()).toEqual(new Date('2030-01-01T00:00:05Z'))
    await remote.clock.resume()
    await remote.clock.set(new Date('2031-01-01T00:00:00Z'))
    await remote.clock.reset()
    expect(emulator.clock.frozen).toBe(false)

    const fault = await remote.faults.add({ path: '/sso/**', status: 503 })
    expect(await remote.faults.list()).toEqual([fault])
    await remote.faults.remove(fault.id)
    await remote.faults.clear()
    expect(emulator.faults.list()).toEqual([])

    const kid = await remote.keys.rotate()
    const [old, ...others] = await remote.keys.list()
    expect(others).toEqual([kid])
    await remote.keys.drop(String(old))
    await expect(remote.keys.drop(kid)).rejects.toThrow('Rotate before you drop it')

    const { user } = await remote.mintSession({ email: 'ada@northwind.example' })
    expect(await remote.accounts()).toHaveLength(Number(users))
    expect(await remote.events(['session.created'])).toMatchObject([{ data: { user_id: user.id } }])
    expect(await remote.inbox.latest('ada@northwind.example')).toBeUndefined()
    expect(await remote.requests({ status: 404 })).toEqual([])
    await remote.webhooks.settled()
    expect(await remote.webhooks.deliveries({ state: 'failed' })).toEqual([])
    await remote.reset()
    expect(emulator.events.list()).toEqual([])
  })

  test('has environments', async ({ emulator }) => {
    const remote = connectEmulator({ url: emulator.url })
    const one = await remote.environments.create({
      seed: { users: [{ email: 'only@home.example' }] },
    })
    expect(await one.accounts()).toHaveLength(1)
    expect(await remote.accounts()).toHaveLength(Number(users))
    await remote.environments.delete(one)
    await expect(one.accounts()).rejects.toThrow('No environment has this API key')
  })
})

test('the Playwright fixture puts everything back', async ({ emulator }) => {
  const { emulator: fixture } = playwrightFixtures({ url: emulator.url })
  const during = async (remote: RemoteEmulator) => {
    await remote.mintSession({ email: 'ada@northwind.example' })
    await remote.clock.freeze()
    await remote.faults.add({ path: '/sso/**', status: 503 })
  }
  await fixture({}, during)
  expect(emulator.events.list()).toEqual([])
  expect(emulator.clock.frozen).toBe(false)
  expect(emulator.faults.list()).toEqual([])
})
