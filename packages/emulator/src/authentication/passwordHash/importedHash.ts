import { readArgon2 } from './argon2.ts'
import { readBcrypt } from './bcrypt.ts'
import { readFirebaseScrypt } from './firebaseScrypt.ts'
import type { HashCheck, HashReader } from './hashCheck.ts'
import { readPbkdf2 } from './pbkdf2.ts'
import { readScrypt } from './scrypt.ts'
import { readSsha, readSsha256, type SaltPosition } from './ssha.ts'

/** How a password was hashed before it was imported, by WorkOS's names. */
export type HashType =
  | 'bcrypt'
  | 'firebase-scrypt'
  | 'ssha'
  | 'ssha256'
  | 'scrypt'
  | 'pbkdf2'
  | 'argon2'

/** A hash that was made elsewhere. */
export type ImportedHash = {
  hash_type: HashType
  hash: string
  /** For `ssha256` only. */
  salt_position: SaltPosition
}

/** Reads an imported hash; nothing when it is not one of its type, or costs more than WorkOS takes. */
export function readImportedHash(imported: ImportedHash): HashCheck | undefined {
  const readers: Record<HashType, HashReader> = {
    bcrypt: readBcrypt,
    'firebase-scrypt': readFirebaseScrypt,
    ssha: readSsha,
    ssha256: readSsha256(imported.salt_position),
    scrypt: readScrypt,
    pbkdf2: readPbkdf2,
    argon2: readArgon2,
  }
  return readers[imported.hash_type](imported.hash)
}
