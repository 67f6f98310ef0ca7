import type { HashReader } from './hashCheck.ts'

/** `$2b$10$…`; the older prefixes mean the same. */
export const readBcrypt: HashReader = (hash) => {
  if (!/^\$2[abxy]\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}$/.test(hash)) return undefined
  return async (attempt) => {
    // Both refuse an empty password, which is nobody's.
    if (attempt === '') return false
    const { bcryptVerify } = await import('hash-wasm')
    return bcryptVerify({ password: attempt, hash })
  }
}
