import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { HashReader } from './hashCheck.ts'
import { parsePhc, wholeNumber } from './phc.ts'
import { sameBytes } from './sameBytes.ts'

const derive = promisify(pbkdf2)

/** WorkOS's own limits for the iterations of each digest. */
const leastIterations: Record<string, number> = { sha256: 600_000, sha512: 210_000 }

/** `$pbkdf2$i=600000,d=sha256$…$…`, RFC 8018. */
export const readPbkdf2: HashReader = (hash) => {
  const phc = parsePhc(hash)
  const digest = phc?.parameters.get('d') ?? ''
  const least = leastIterations[digest]
  if (phc?.id !== 'pbkdf2' || least === undefined) return undefined
  const iterations = wholeNumber(phc.parameters, { name: 'i', least, most: 1_000_000 })
  if (!iterations) return undefined
  return async (attempt) =>
    sameBytes(phc.hash, await derive(attempt, phc.salt, iterations, phc.hash.length, digest))
}
