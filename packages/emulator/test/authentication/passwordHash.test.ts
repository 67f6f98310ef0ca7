import { createHash, pbkdf2Sync, scryptSync } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { type Answer, call } from '../support/api.ts'
import { withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

// Hashes are made to take their time.
vi.setConfig({ testTimeout: 60_000 })

const password = 'correct horse battery'
const email = 'moved@home.example'

const b64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const salt = Buffer.from('a salt of some length')

const salted = (digest: string, ...parts: (string | Buffer)[]) =>
  createHash(digest)
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest()

const withSalt = (hash: Buffer) => Buffer.concat([hash, salt]).toString('base64')

/** A vector of github.com/firebase/scrypt. */
const firebase = {
  password: 'user1password',
  salt: '42xEC+ixf3L2lw',
  hash: 'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ',
  parameters: {
    sk: 'jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA',
    ss: 'Bw',
    r: '8',
    m: '14',
  },
}
const pairs = Object.entries(firebase.parameters).map(([name, value]) => `${name}=${value}`)

type Imported = { hash: string; password?: string; more?: Record<string, unknown> }

const imports: [type: string, Imported][] = [
  // Those of crypt_blowfish, one with the prefix of PHP.
  [
    'bcrypt',
    {
      hash: '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
      password: 'U*U',
    },
  ],
  [
    'bcrypt',
    { hash: '$2y$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK', password: 'U*U*' },
  ],
  // The reference implementation's.
  [
    'argon2',
    {
      hash: '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
      password: 'password',
    },
  ],
  [
    'scrypt',
    {
      hash: `$scrypt$v=1$n=16384,r=8,p=1,kl=64$${b64(salt)}$${b64(scryptSync(password, salt, 64))}`,
    },
  ],
  [
    'pbkdf2',
    {
      hash: `$pbkdf2$i=600000,d=sha256$${b64(salt)}$${b64(pbkdf2Sync(password, salt, 600_000, 32, 'sha256'))}`,
    },
  ],
  [
    'pbkdf2',
    {
      hash: `$pbkdf2$i=210000,d=sha512$${b64(salt)}$${b64(pbkdf2Sync(password, salt, 210_000, 64, 'sha512'))}`,
    },
  ],
  ['ssha', { hash: `{SSHA}${withSalt(salted('sha1', password, salt))}` }],
  ['ssha256', { hash: `{SSHA256}${withSalt(salted('sha256', password, salt))}` }],
  [
    'ssha256',
    {
      hash: `{SSHA256}${withSalt(salted('sha256', salt, password))}`,
      more: { password_salt_position: 'prefix' },
    },
  ],
  [
    'firebase-scrypt',
    {
      hash: `$firebase-scrypt$${pairs.join(',')}$${firebase.salt}$${firebase.hash}`,
      password: firebase.password,
    },
  ],
  [
    'firebase-scrypt',
    {
      hash: `$firebase-scrypt$hash=${firebase.hash}$salt=${firebase.salt}$${pairs.join('$')}`,
      password: firebase.password,
    },
  ],
]

const create = (
  emulator: Emulator,
  type: string,
  { hash, more }: Pick<Imported, 'hash' | 'more'>,
): Promise<Answer> =>
  call(emulator, 'POST', '/user_management/users', {
    body: {
      email,
      email_verified: true,
      password_hash: hash,
      password_hash_type: type,
      ...more,
    },
  })

describe('an imported password hash', () => {
  test.each(imports)('%s signs its owner in, and nobody else', async (type, imported) => {
    const emulator = await start()
    expect(await create(emulator, type, imported)).toMatchObject({ status: 201, body: { email } })
    const right = { password: imported.password ?? password }
    // Twice, because the first time it is hashed anew.
    for (let time = 0; time < 2; time++) {
      expect((await withPassword(emulator, email, { password: 'another' })).status).toBe(400)
      expect((await withPassword(emulator, email, { password: '' })).status).toBe(400)
      expect((await withPassword(emulator, email, right)).status).toBe(200)
    }
    const told = emulator.events.list().map(({ event }) => event)
    expect(told.filter((name) => name.startsWith('user.'))).toEqual(['user.created'])
  })

  test('replaces a password, and is shown to nobody', async () => {
    const emulator = await start()
    const [type, { hash }] = imports[6] ?? ['', { hash: '' }]
    const ada = 'ada@northwind.example'
    const path = '/user_management/users/user_01JADA00000000000000000000'
    const changed = await call(emulator, 'PUT', path, {
      body: { password_hash: hash, password_hash_type: type },
    })
    expect(changed.status).toBe(200)
    expect(JSON.stringify(changed.body)).not.toContain('SSHA')
    expect((await withPassword(emulator, ada)).status).toBe(400)
    expect((await withPassword(emulator, ada, { password })).status).toBe(200)
    expect(JSON.stringify(emulator.events.list())).not.toContain('SSHA')
  })

  test.each([
    ['bcrypt', '$2a$05$tooshort'],
    ['argon2', '$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8'],
    ['argon2', '$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8'],
    ['argon2', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8'],
    ['scrypt', '$scrypt$v=1$n=16384,r=8,p=1,kl=32$c29tZXNhbHQ$c29tZXNhbHQ'],
    ['scrypt', '$scrypt$v=1$n=16000,r=8,p=1,kl=64$c29tZXNhbHQ$c29tZXNhbHQ'],
    ['pbkdf2', '$pbkdf2$i=1000,d=sha256$c29tZXNhbHQ$c29tZXNhbHQ'],
    ['pbkdf2', '$pbkdf2$i=600000,d=md5$c29tZXNhbHQ$c29tZXNhbHQ'],
    ['ssha', '{SHA}c29tZXNhbHQ='],
    ['ssha', '{SSHA}c29tZXNhbHQ='],
    ['ssha256', imports[6]?.[1].hash ?? ''],
    ['firebase-scrypt', '$firebase-scrypt$r=8,m=14$c29tZXNhbHQ$c29tZXNhbHQ'],
    ['firebase-scrypt', '$scrypt$r=8,m=14,sk=Bw,ss=Bw$c29tZXNhbHQ$c29tZXNhbHQ'],
  ])('that is no %s hash is refused: %s', async (type, hash) => {
    const emulator = await start()
    expect(await create(emulator, type, { hash })).toMatchObject({
      status: 400,
      body: { code: 'invalid_password_hash' },
    })
  })

  test.each([
    [400, 'password_and_password_hash_provided', { password, password_hash: 'x' }],
    [400, 'password_and_password_hash_type_provided', { password, password_hash_type: 'ssha' }],
    [400, 'password_salt_position_requires_password_hash', { password_salt_position: 'prefix' }],
    [422, 'invalid_request_parameters', { password_hash: '{SSHA}' }],
    [422, 'invalid_request_parameters', { password_hash: '{SSHA}', password_hash_type: 'md5' }],
    [
      422,
      'invalid_request_parameters',
      { password_hash: '{SSHA}', password_hash_type: 'ssha', password_salt_position: 'prefix' },
    ],
  ])('is refused with %i %s', async (status, code, body) => {
    const emulator = await start()
    const answer = await call(emulator, 'POST', '/user_management/users', {
      body: { email, ...body },
    })
    expect(answer).toMatchObject({ status, body: { code } })
  })
})
