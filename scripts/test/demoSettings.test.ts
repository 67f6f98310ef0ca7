import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backendFrom } from '../demo/backend.ts'
import { cookiePassword } from '../demo/cookiePassword.ts'

describe('the backend of the demo', () => {
  it('is the emulator when nothing is set', () => {
    expect(backendFrom({})).toBe('emulator')
    expect(backendFrom({ WORKOS_API_KEY: '', WORKOS_CLIENT_ID: '' })).toBe('emulator')
  })

  it('is WorkOS when key and client are set', () => {
    expect(backendFrom({ WORKOS_API_KEY: 'sk_test_a', WORKOS_CLIENT_ID: 'client_a' })).toBe(
      'workos',
    )
  })

  it('is asked for again when half of it is set, without repeating the key', () => {
    expect(() => backendFrom({ WORKOS_API_KEY: 'sk_test_a' })).toThrow(
      /^Only WORKOS_API_KEY is set/,
    )
    expect(() => backendFrom({ WORKOS_API_KEY: 'sk_test_a' })).not.toThrow(/sk_test_a/)
  })
})

describe('the cookie password of the demo', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is made once and kept', async () => {
    const file = join(folder, '.env.local')
    const made = await cookiePassword(file)
    expect(made.length).toBeGreaterThanOrEqual(32)
    expect(await cookiePassword(file)).toBe(made)
  })

  it('differs between machines', async () => {
    expect(await cookiePassword(join(folder, 'a'))).not.toBe(
      await cookiePassword(join(folder, 'b')),
    )
  })

  it('leaves what else stands in the file', async () => {
    const file = join(folder, '.env.local')
    await writeFile(file, 'OTHER=1')
    const made = await cookiePassword(file)
    expect(await readFile(file, 'utf8')).toBe(`OTHER=1\nWORKOS_COOKIE_PASSWORD=${made}\n`)
  })
})
