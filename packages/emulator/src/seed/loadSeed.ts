import { parseSeed } from './parseSeed.ts'
import { readSeedFile } from './readSeedFile.ts'
import type { ParsedSeed, Seed } from './seed.ts'

/** Reads a seed from an object or from a file. Throws a `SeedError` that says what is wrong. */
export const loadSeed = async (seed: Seed | string): Promise<ParsedSeed> =>
  typeof seed === 'string' ? readSeedFile(seed) : parseSeed(seed, { source: 'The seed' })
