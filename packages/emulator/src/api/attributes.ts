import type { Collection, Identified } from '../store/collection.ts'
import { plainError } from './apiError.ts'

/**
 * Metadata as an update leaves it: given keys are merged in, `null` removes a key, `{}` clears all.
 * At most 10 pairs, keys of at most 40 characters, values of at most 600, ASCII only.
 */
export function mergeMetadata(
  current: Record<string, string>,
  changes: Record<string, string | null> | undefined,
): Record<string, string> {
  if (changes === undefined) return current
  if (Object.keys(changes).length === 0) return {}
  const merged = Object.entries({ ...current, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  )
  for (const [key, value] of merged) {
    if (key.length > 40) throw invalidMetadata(`the key '${key}' is longer than 40 characters`)
    if (value.length > 600) throw invalidMetadata(`'${key}' is longer than 600 characters`)
    if (!isAscii(key) || !isAscii(value)) throw invalidMetadata(`'${key}' is not ASCII`)
  }
  if (merged.length > 10) throw invalidMetadata('there are more than 10 pairs')
  return Object.fromEntries(merged)
}

/** Refuses an external id that another object of the same kind has. */
export function requireFreeExternalId<Item extends Identified & { external_id: string | null }>(
  items: Collection<Item>,
  externalId: string | null | undefined,
  self?: string,
): void {
  if (externalId === null || externalId === undefined) return
  const owner = items.find(({ external_id }) => external_id === externalId)
  if (!owner || owner.id === self) return
  throw plainError(
    400,
    'external_id_already_used',
    `The external ID '${externalId}' is already used.`,
  )
}

const isAscii = (text: string): boolean => [...text].every((character) => character <= '\x7f')

const invalidMetadata = (reason: string) =>
  plainError(400, 'invalid_metadata', `The metadata is not valid: ${reason}.`)
