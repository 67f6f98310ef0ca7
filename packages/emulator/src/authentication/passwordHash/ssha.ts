import { createHash } from 'node:crypto'
import type { HashReader } from './hashCheck.ts'
import { sameBytes } from './sameBytes.ts'

/** Where the salt stands beside the password in what is hashed. */
export type SaltPosition = 'prefix' | 'suffix'

/** `{SSHA}` and the base 64 of `sha1(password + salt) + salt`, as LDAP servers keep it. */
export const readSsha: HashReader = (hash) =>
  readSalted(hash, { label: '{SSHA}', digest: 'sha1', length: 20, position: 'suffix' })

/** `{SSHA256}`, the same with SHA-256; the salt may stand before the password. */
export const readSsha256 =
  (position: SaltPosition): HashReader =>
  (hash) =>
    readSalted(hash, { label: '{SSHA256}', digest: 'sha256', length: 32, position })

function readSalted(
  text: string,
  kind: { label: string; digest: string; length: number; position: SaltPosition },
): ReturnType<HashReader> {
  const { label, digest, length, position } = kind
  if (!text.startsWith(label) || !/^[A-Za-z0-9+/]+=*$/.test(text.slice(label.length))) {
    return undefined
  }
  const bytes = Buffer.from(text.slice(label.length), 'base64')
  if (bytes.length <= length) return undefined
  const [expected, salt] = [bytes.subarray(0, length), bytes.subarray(length)]
  return async (attempt) => {
    const password = Buffer.from(attempt)
    const parts = position === 'prefix' ? [salt, password] : [password, salt]
    return sameBytes(expected, createHash(digest).update(Buffer.concat(parts)).digest())
  }
}
