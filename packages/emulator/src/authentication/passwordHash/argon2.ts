import type { HashReader } from './hashCheck.ts'
import { parsePhc, wholeNumber } from './phc.ts'

/** Argon2id, and the older variants, within the costs that WorkOS takes. */
export const readArgon2: HashReader = (hash) => {
  const phc = parsePhc(hash)
  if (!phc || !/^argon2(id|d|i)$/.test(phc.id) || phc.version !== 19) return undefined
  const costs = [
    { name: 'm', least: 4096, most: 262_144 },
    { name: 't', least: phc.id === 'argon2i' ? 3 : 1, most: 5 },
    { name: 'p', least: 1, most: 8 },
  ].map((each) => wholeNumber(phc.parameters, each))
  if (costs.includes(undefined)) return undefined
  const [m, t, p] = costs
  const [start, salt, digest] = [`$${phc.id}$v=19`, phc.salt, phc.hash].map(unpadded)
  return async (attempt) => {
    if (attempt === '') return false
    const { argon2Verify } = await import('hash-wasm')
    return argon2Verify({
      password: attempt,
      hash: `${start}$m=${m},t=${t},p=${p}$${salt}$${digest}`,
    })
  }
}

const unpadded = (part: string | Buffer): string =>
  typeof part === 'string' ? part : part.toString('base64').replaceAll('=', '')
