import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/index.ts'
import { checkedFetch } from '../support/openApi/checkedFetch.ts'
import { differencesOf } from '../support/openApi/differences.ts'
import { means } from '../support/openApi/known.ts'
import { ledger } from '../support/openApi/ledger.ts'

const options: EmulatorOptions = {
  rateLimits: true,
  seed: {
    roles: [{ slug: 'member' }],
    organizations: [{ id: 'org_1', name: 'One' }],
    dataProviders: [{ slug: 'github' }],
    users: [
      {
        id: 'user_01JADA00000000000000000000',
        email: 'ada@northwind.example',
        password: 'open-sesame-42',
      },
    ],
  },
}

describe('the ledger of differences from WorkOS’s OpenAPI document', () => {
  test.each(ledger)('needs its entry for $where', async ({ where, example }) => {
    const lines: string[] = []
    const emulator = await createEmulator(options)
    onTestFinished(() => emulator.close())
    const fetch = checkedFetch(emulator.fetch, (line) => lines.push(line))
    const listening: Emulator = new Proxy(emulator, {
      get: (target, name) => (name === 'fetch' ? fetch : Reflect.get(target, name)),
    })
    await example(listening)
    expect(lines.filter((line) => means(where, line))).not.toEqual([])
  })
})

describe('the check of answers', () => {
  const users = 'http://127.0.0.1/user_management/users'
  const list = { object: 'list', data: [], list_metadata: { before: null, after: null } }

  test.each([
    [{ url: users, status: 200, body: list }, []],
    [{ url: users, status: 418, body: {} }, ['GET /user_management/users 418 undocumented']],
    [
      { url: users, status: 200, body: { ...list, data: 'none' } },
      ['GET /user_management/users 200 /data must be array'],
    ],
    [
      { url: `${users}/external_id/1`, status: 200, body: { object: 'user' } },
      expect.arrayContaining([
        "GET /user_management/users/external_id/{} 200 / must have required property 'email'",
      ]),
    ],
    [{ url: 'http://127.0.0.1/nowhere', status: 418, body: {} }, []],
  ])('finds what is wrong with %j', (exchange, lines) => {
    expect(differencesOf({ method: 'GET', ...exchange })).toEqual(lines)
  })

  test('stops a test whose emulator answers otherwise', async () => {
    const fetch = checkedFetch(async () => Response.json({ ...list, data: 'none' }))
    await expect(fetch(new Request(users))).rejects.toThrow('/data must be array')
  })
})
