import { InputError } from '../errors.ts'

/** What a product sends along through a sign-in and back, as JSON: 512 bytes at most. */
export type AppState = Readonly<Record<string, unknown>>

/** Sealed with the longest path to return to, this much still fits into one cookie. */
const MAX_BYTES = 512

/**
 * Fails for what no sign-in can carry; `startSignIn` does the same.
 *
 * @throws {InputError} when it is no JSON object, or larger than 512 bytes.
 * @example
 * ```ts
 * import { validateAppState } from '@latchkey/core'
 *
 * validateAppState({ plan: 'pro' })
 * ```
 */
export function validateAppState(appState: AppState): void {
  const bytes = new TextEncoder().encode(jsonOf(appState)).byteLength
  if (bytes <= MAX_BYTES) return
  throw new InputError({
    message: `The appState is ${bytes} bytes; a sign-in carries ${MAX_BYTES} at most.`,
    fix: 'Keep it with the product, and send along what it is found by.',
  })
}

function jsonOf(appState: AppState): string {
  try {
    const json = JSON.stringify(appState)
    if (json.startsWith('{')) return json
  } catch {}
  throw new InputError({
    message: 'The appState is no JSON object.',
    fix: 'Pass an object of strings, numbers, booleans, null, arrays and objects.',
  })
}
