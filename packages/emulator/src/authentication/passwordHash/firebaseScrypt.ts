import { createCipheriv } from 'node:crypto'
import type { HashReader } from './hashCheck.ts'
import { wholeNumber } from './phc.ts'
import { sameBytes } from './sameBytes.ts'
import { scryptOf } from './scrypt.ts'

const names = ['sk', 'ss', 'r', 'm', 'salt', 'hash']

/**
 * Firebase's variant: the derived key encrypts the project's signer key. WorkOS documents the
 * parameters `sk`, `ss`, `r` and `m`; salt and hash follow as PHC has them, or by name as WorkOS's
 * own migration tool writes them. @see https://github.com/firebase/scrypt
 */
export const readFirebaseScrypt: HashReader = (hash) => {
  const fields = fieldsOf(hash)
  if (!fields) return undefined
  const bytes = (name: string) => Buffer.from(fields.get(name) ?? '', 'base64')
  const [signerKey, salt, expected] = [bytes('sk'), bytes('salt'), bytes('hash')]
  const rounds = wholeNumber(fields, { name: 'r', least: 1, most: 8 })
  const memory = wholeNumber(fields, { name: 'm', least: 1, most: 14 })
  const complete = signerKey.length > 0 && salt.length > 0 && expected.length > 0
  if (!rounds || !memory || !complete) return undefined
  return async (attempt) => {
    const key = await scryptOf(attempt, {
      salt: Buffer.concat([salt, bytes('ss')]),
      length: 32,
      cost: 2 ** memory,
      blockSize: rounds,
      parallelization: 1,
    })
    const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
    return sameBytes(expected, Buffer.concat([cipher.update(signerKey), cipher.final()]))
  }
}

function fieldsOf(text: string): Map<string, string> | undefined {
  const [before, id, ...parts] = text.split(/[$,]/)
  if (before !== '' || id !== 'firebase-scrypt') return undefined
  const fields = new Map<string, string>()
  const unnamed: string[] = []
  for (const part of parts) {
    const name = names.find((each) => part.startsWith(`${each}=`))
    if (name) fields.set(name, part.slice(name.length + 1))
    else unnamed.push(part)
  }
  const [salt, hash] = unnamed
  if (salt !== undefined) fields.set('salt', salt)
  if (hash !== undefined) fields.set('hash', hash)
  return fields
}
