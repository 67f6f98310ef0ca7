import { join } from 'node:path'

/** The repository's root folder. */
export const root = join(import.meta.dirname, '..', '..')

/** Where the runners leave their machine-readable reports. */
export const reports = join(root, 'reports')

/** A path inside the repository. */
export const inRoot = (...parts: readonly string[]): string => join(root, ...parts)
