import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, expect, test, vi } from 'vitest'
import { createEmulator, defaultSeed } from '../src/index.ts'
import { call, refresh } from './support/api.ts'
import { runCommand } from './support/command.ts'

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const folder = await mkdtemp(join(tmpdir(), 'latchkey-persist-'))
afterAll(() => rm(folder, { recursive: true }))

test('everything outlives a restart, keys and order included', async () => {
  const persist = join(folder, 'restart.sqlite')
  const first = await createEmulator({ persist })
  const minted = await first.mintSession({ email: 'ada@northwind.example' })
  const { body: made } = await call(first, 'POST', '/user_management/users', {
    body: { email: 'new@home.example' },
  })
  await call(first, 'DELETE', '/user_management/users/user_01JKIM00000000000000000000')
  await call(first, 'PUT', '/user_management/users/user_01JADA00000000000000000000', {
    body: { first_name: 'Adaeze' },
  })
  const listed = (await call(first, 'GET', '/user_management/users?limit=100')).body
  await first.close()

  const second = await createEmulator({ persist })
  expect((await call(second, 'GET', '/user_management/users?limit=100')).body).toEqual(listed)
  expect(listed.data[0]).toEqual(made)
  const { body: keys } = await call(second, 'GET', '/sso/jwks/client_emulator')
  await jwtVerify(minted.access_token, createLocalJWKSet(keys))
  const { body: next, status } = await refresh(second, minted.refresh_token)
  expect(status).toBe(200)
  await second.close()

  const third = await createEmulator({ persist })
  expect((await call(third, 'GET', '/sso/jwks/client_emulator')).body).toEqual(keys)
  expect((await refresh(third, minted.refresh_token)).body).toEqual(next)
  await third.close()
})

test('a kill loses nothing that was answered', async () => {
  const persist = join(folder, 'kill.sqlite')
  const command = runCommand(['--port', '0', '--json', '--persist', persist])
  const { url, apiKey } = JSON.parse(await command.firstOutput())
  const create = async (number: number) => {
    const response = await fetch(`${url}/user_management/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ email: `person${number}@home.example` }),
    })
    return response.status === 201 ? number : undefined
  }
  const answered: number[] = []
  const writing = Array.from({ length: 4 }, async (_, lane) => {
    for (let number = lane; ; number += 4) {
      const done = await create(number)
      if (done !== undefined) answered.push(done)
      if (answered.length === 60) command.child.kill('SIGKILL')
    }
  })
  await Promise.allSettled(writing)
  expect((await command.ended).signal).toBe('SIGKILL')
  expect(answered.length).toBeGreaterThanOrEqual(60)

  const emulator = await createEmulator({ persist })
  const addresses = new Set(emulator.accounts().map(({ email }) => email))
  expect(answered.filter((number) => !addresses.has(`person${number}@home.example`))).toEqual([])
  await emulator.close()
})

test('a reset is kept too', async () => {
  const persist = join(folder, 'reset.sqlite')
  const first = await createEmulator({ persist })
  await call(first, 'POST', '/user_management/users', { body: { email: 'new@home.example' } })
  first.reset()
  await first.close()
  const second = await createEmulator({ persist })
  expect(second.accounts()).toHaveLength(defaultSeed.users?.length ?? 0)
  await second.close()
})

test('a file that cannot be used says why', async () => {
  const inUse = join(folder, 'in-use.sqlite')
  const first = await createEmulator({ persist: inUse })
  await expect(createEmulator({ persist: inUse })).rejects.toThrow(
    `The emulator cannot be kept in ${inUse}: database is locked.`,
  )
  await first.close()
  const other = join(folder, 'other.sqlite')
  await writeFile(other, 'something else entirely, and long enough to be looked at as a database')
  await expect(createEmulator({ persist: other })).rejects.toThrow('file is not a database')
})
