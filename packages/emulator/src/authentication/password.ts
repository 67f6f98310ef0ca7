import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * A user's password as kept. A `seeded` one is known to everybody who reads the seed, and is shown
 * in the list of accounts; one that a person chose is kept as a hash.
 */
export type Password =
  | { type: 'none' }
  | { type: 'seeded'; value: string }
  | { type: 'scrypt'; salt: string; hash: string }

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** WorkOS's own minimum. */
export const minimumPasswordLength = 10

/** Hashes a password that a person chose. */
export async function hashPassword(value: string): Promise<Password> {
  const salt = randomBytes(16)
  const hash = await derive(value, salt, 32)
  return { type: 'scrypt', salt: salt.toString('base64'), hash: hash.toString('base64') }
}

/** Whether the attempt is the password. Nobody's password takes as long to check as a chosen one. */
export async function verifyPassword(
  password: Password | undefined,
  attempt: string,
): Promise<boolean> {
  if (password?.type === 'seeded') return password.value === attempt
  const { salt, hash } =
    password?.type === 'scrypt' ? password : { salt: randomBytes(16).toString('base64'), hash: '' }
  const actual = await derive(attempt, Buffer.from(salt, 'base64'), 32)
  const expected = Buffer.from(hash, 'base64')
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
