import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { HashReader } from './hashCheck.ts'
import { parsePhc, wholeNumber } from './phc.ts'
import { sameBytes } from './sameBytes.ts'

const derive = promisify<string, Buffer, number, Parameters<typeof scrypt>[3], Buffer>(scrypt)

/** `$scrypt$v=1$n=16384,r=8,p=1,kl=64$…$…`, RFC 7914. */
export const readScrypt: HashReader = (hash) => {
  const phc = parsePhc(hash)
  if (phc?.id !== 'scrypt') return undefined
  const cost = wholeNumber(phc.parameters, { name: 'n', least: 2, most: 2 ** 20 })
  const blockSize = wholeNumber(phc.parameters, { name: 'r', least: 1, most: 64 })
  const parallelization = wholeNumber(phc.parameters, { name: 'p', least: 1, most: 64 })
  const length = wholeNumber(phc.parameters, { name: 'kl', least: 16, most: 512 })
  if (!cost || !blockSize || !parallelization || length !== phc.hash.length) return undefined
  if (!Number.isInteger(Math.log2(cost))) return undefined
  return async (attempt) =>
    sameBytes(
      phc.hash,
      await scryptOf(attempt, { salt: phc.salt, length, cost, blockSize, parallelization }),
    )
}

/** A key derived with scrypt, whatever memory that takes. */
export function scryptOf(
  password: string,
  options: {
    salt: Buffer
    length: number
    cost: number
    blockSize: number
    parallelization: number
  },
): Promise<Buffer> {
  const { salt, length, cost, blockSize, parallelization } = options
  // Twice what the algorithm needs: the limit that Node sets is only a guess at it.
  const maxmem = 256 * blockSize * (cost + parallelization)
  return derive(password, salt, length, { cost, blockSize, parallelization, maxmem })
}
