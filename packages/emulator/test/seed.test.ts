import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createEmulator, defaultSeed, type Seed, SeedError } from '../src/index.ts'
import { call, claimsOf } from './support/api.ts'

const folder = await mkdtemp(join(tmpdir(), 'latchkey-seed-'))
afterAll(() => rm(folder, { recursive: true }))

async function seedFile(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

const yaml = `
application:
  name: Orchard
redirectUris:
  - https://orchard.example/callback
permissions:
  - slug: fruit:pick
roles:
  - slug: picker
    name: Picker
    permissions: [fruit:pick]
organizations:
  - id: org_ACME
    name: Acme
    domains: [acme.example]
users:
  - email: ann@acme.example
    password: a seeded password
    firstName: Ann
    memberships:
      - organization: Acme
        role: picker
`

describe('a seed', () => {
  test('in YAML fills the emulator', async () => {
    const emulator = await createEmulator({ seed: await seedFile('good.yaml', yaml) })
    const { access_token } = await emulator.mintSession({ email: 'ann@acme.example' })
    expect(claimsOf(access_token)).toMatchObject({
      org_id: 'org_ACME',
      role: 'picker',
      permissions: ['fruit:pick'],
    })
    const { body } = await call(emulator, 'GET', '/organizations/org_ACME')
    expect(body.domains).toMatchObject([{ domain: 'acme.example', state: 'verified' }])
    await emulator.close()
  })

  test('may be JSON', async () => {
    const seed: Seed = { users: [{ email: 'bob@home.example' }] }
    const emulator = await createEmulator({
      seed: await seedFile('good.json', JSON.stringify(seed, null, 2)),
    })
    expect(emulator.accounts()).toMatchObject([{ email: 'bob@home.example', organizations: [] }])
    await emulator.close()
  })

  test('may be empty', async () => {
    const emulator = await createEmulator({ seed: await seedFile('empty.yaml', '# nothing\n') })
    expect(emulator.accounts()).toEqual([])
    await emulator.close()
  })
})

describe('a bad seed names the line and the place', () => {
  test.each([
    ['nonsense', 'users:\n  - email: [', /line \d+/],
    [
      'an unknown field',
      'users:\n  - email: a@b.example\n    passwort: x',
      /line 2, users\[0\]: .*passwort/,
    ],
    ['a bad address', 'users:\n  - firstName: Ann\n    email: ann', /line 3, users\[0\]\.email: /],
    [
      'a short password',
      'users:\n  - email: a@b.example\n    password: short',
      /line 3, users\[0\]\.password: /,
    ],
    [
      'an unknown organization',
      `${yaml}      - organization: Acne\n        role: picker\n`,
      /line 23, users\[0\]\.memberships\[1\]\.organization: no organization is named "Acne"/,
    ],
    [
      'an unknown role',
      yaml.replace('role: picker', 'role: king'),
      /users\[0\]\.memberships\[0\]\.role: no role is named "king"/,
    ],
    [
      'an unknown permission',
      yaml.replace('[fruit:pick]', '[fruit:eat]'),
      /line 11, roles\[0\]\.permissions\[0\]: no permission is named "fruit:eat"/,
    ],
    [
      'a wildcard that goes too far',
      'redirectUris:\n  - https://*.com/callback',
      /line 2, redirectUris\[0\]: cannot be registered: a wildcard may not cover a whole domain/,
    ],
    [
      'the same address twice',
      'users:\n  - email: a@b.example\n  - email: A@b.example',
      /line 3, users\[1\]\.email: "a@b.example" is there twice/,
    ],
  ])('%s', async (name, text, message) => {
    const file = await seedFile(`${name}.yaml`, text)
    const failure = createEmulator({ seed: file })
    await expect(failure).rejects.toThrow(SeedError)
    await expect(failure).rejects.toThrow(message)
    await expect(failure).rejects.toThrow(file)
  })

  test('several problems are named at once', async () => {
    const seed = { users: [{ email: 'one' }, { email: 'two' }] }
    await expect(createEmulator({ seed })).rejects.toThrow(
      /users\[0\]\.email: .*\n {2}users\[1\]\.email: /,
    )
  })

  test('so does a file that is not there', async () => {
    await expect(createEmulator({ seed: join(folder, 'missing.yaml') })).rejects.toThrow(
      'there is no such file',
    )
  })
})

test('the default seed has people for every way to sign in', async () => {
  expect(defaultSeed.organizations).toHaveLength(5)
  expect(defaultSeed.users).toHaveLength(16)
  const emulator = await createEmulator()
  for (const { id, memberships = [], email } of defaultSeed.users ?? []) {
    expect((await call(emulator, 'GET', `/user_management/users/${id}`)).body.email).toBe(email)
    expect(id).toMatch(/^user_[0-9A-Z]{26}$/)
    expect(memberships.length).toBeLessThanOrEqual(2)
  }
  await emulator.close()
})
