import { hashPassword, minimumPasswordLength, type Password } from '../authentication/password.ts'
import {
  type HashType,
  type ImportedHash,
  readImportedHash,
} from '../authentication/passwordHash/importedHash.ts'
import type { SaltPosition } from '../authentication/passwordHash/ssha.ts'
import { invalidParametersError, plainError } from './apiError.ts'

/** The password that a body gives somebody, in the clear or as a hash; nothing when it gives none. */
export async function choosePassword(body: {
  password?: string | undefined
  password_hash?: string | undefined
  password_hash_type?: HashType | undefined
  password_salt_position?: SaltPosition | undefined
}): Promise<Password | undefined> {
  const { password, password_hash, password_hash_type } = body
  if (password_hash !== undefined && password_hash_type !== undefined) {
    if (body.password_salt_position !== undefined && password_hash_type !== 'ssha256') {
      throw invalidParametersError([
        { field: 'password_salt_position', message: 'Only ssha256 hashes have one.' },
      ])
    }
    return importPassword({
      hash_type: password_hash_type,
      hash: password_hash,
      salt_position: body.password_salt_position ?? 'suffix',
    })
  }
  if (password === undefined) return undefined
  if (password.length < minimumPasswordLength) throw tooShort()
  return hashPassword(password)
}

function importPassword(imported: ImportedHash): Password {
  if (readImportedHash(imported)) return { type: 'imported', ...imported }
  throw plainError(
    400,
    'invalid_password_hash',
    `The password hash is not a ${imported.hash_type} hash that can be imported.`,
  )
}

const tooShort = () =>
  plainError(400, 'password_strength_error', 'Password does not meet strength requirements.', {
    errors: [
      {
        code: 'password_too_short',
        message: `Password must be at least ${minimumPasswordLength} characters long.`,
      },
    ],
  })
