import type { Collection, Identified } from '../store/collection.ts'
import { notFoundError } from './apiError.ts'

/** The record with the id; 404 with its kind when there is none. */
export function requireRecord<Item extends Identified>(
  collection: Collection<Item>,
  options: { kind: string; id: string },
): Item {
  const record = collection.get(options.id)
  if (!record) throw notFoundError(options.kind, options.id)
  return record
}
