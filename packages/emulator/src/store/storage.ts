import type { Change, Identified } from './collection.ts'

/** Where a store's changes go, so that the next process finds them. */
export interface Storage {
  /** What was kept, by collection, oldest first. */
  read(): Map<string, Identified[]>
  /** Keeps all of the changes or none of them. */
  write(changes: readonly Change[]): void
  close(): void
}

/** Keeps nothing: the store lives as long as the process. */
export const inMemory: Storage = { read: () => new Map(), write: () => {}, close: () => {} }
