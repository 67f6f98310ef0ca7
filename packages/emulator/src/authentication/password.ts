import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Environment } from '../environment.ts'
import type { UserRecord } from '../store/records.ts'
import { type ImportedHash, readImportedHash } from './passwordHash/importedHash.ts'
import { sameBytes } from './passwordHash/sameBytes.ts'

/**
 * A user's password as kept. A `seeded` one is known to everybody who reads the seed, and is shown
 * in the list of accounts; one that a person chose is kept as a hash, and so is one that was
 * imported, until its owner signs in with it.
 */
export type Password =
  | { type: 'none' }
  | { type: 'seeded'; value: string }
  | { type: 'scrypt'; salt: string; hash: string }
  | ({ type: 'imported' } & ImportedHash)

const scryptWith = promisify<string, Buffer, number, { cost: number }, Buffer>(scrypt)

/** Cheap on purpose: tests sign in thousands of times, and what is hashed guards nothing. */
const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  scryptWith(password, salt, 32, { cost: 1024 })

/** WorkOS's own minimum. */
export const minimumPasswordLength = 10

/** Hashes a password that a person chose. */
export async function hashPassword(value: string): Promise<Password> {
  const salt = randomBytes(16)
  const hash = await derive(value, salt)
  return { type: 'scrypt', salt: salt.toString('base64'), hash: hash.toString('base64') }
}

/** Whether the attempt is the user's password. An imported hash that fits is replaced by our own. */
export async function checkPassword(
  { store }: Environment,
  user: UserRecord | undefined,
  attempt: string,
): Promise<boolean> {
  const right = await verifyPassword(user?.password, attempt)
  if (right && user?.password.type === 'imported') {
    const password = await hashPassword(attempt)
    const unchanged = store.users.get(user.id)?.password === user.password
    if (unchanged) store.silently(() => store.users.update(user.id, { password }))
  }
  return right
}

/** Nobody's password takes as long to check as a chosen one. */
async function verifyPassword(password: Password | undefined, attempt: string): Promise<boolean> {
  switch (password?.type) {
    case 'seeded':
      return password.value === attempt
    case 'imported':
      return readImportedHash(password)?.(attempt) ?? false
    case 'scrypt': {
      const actual = await derive(attempt, Buffer.from(password.salt, 'base64'))
      return sameBytes(Buffer.from(password.hash, 'base64'), actual)
    }
    default:
      await derive(attempt, randomBytes(16))
      return false
  }
}
