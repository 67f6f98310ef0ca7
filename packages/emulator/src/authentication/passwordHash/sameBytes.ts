import { timingSafeEqual } from 'node:crypto'

/** Compares without telling by the time it takes where they differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
