import { forbidden, notFound } from '#next/navigation'

/**
 * Ends the rendering for somebody who is known and may not: with Next's `forbidden()` where the
 * application enables `experimental.authInterrupts`, as if there were nothing otherwise. Both are
 * answers of Next's own (403 and 404), not errors.
 */
export function deny(): never {
  try {
    forbidden()
  } catch (error) {
    // Where it is enabled, it throws the signal that Next waits for; else an error without one.
    if (error instanceof Error && 'digest' in error) throw error
  }
  notFound()
}
