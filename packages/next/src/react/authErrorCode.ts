import { codeInText, type ProblemCode } from '../http/problem.ts'

/** By what a browser knows Next's `forbidden()`, which `requireAuth()` calls where it is enabled. */
const FORBIDDEN_DIGEST = 'NEXT_HTTP_ERROR_FALLBACK;403'

/**
 * Why a Server Action did not do what it was called for, from the error that the call threw: the
 * proxy did not let it run, or its own `requireAuth()` ended it, which is told apart from other
 * errors where `experimental.authInterrupts` is on. `undefined` for every other error.
 *
 * @example
 * ```tsx
 * 'use client'
 * import { authErrorCode } from '@latchkey/next/react'
 *
 * export function SaveButton({ save }: { save: () => Promise<void> }) {
 *   async function onClick() {
 *     try {
 *       await save()
 *     } catch (error) {
 *       if (authErrorCode(error) !== 'unauthenticated') throw error
 *       window.location.reload()
 *     }
 *   }
 *   return <button onClick={onClick}>Save</button>
 * }
 * ```
 */
export function authErrorCode(error: unknown): ProblemCode | undefined {
  if (!(error instanceof Error)) return undefined
  if ('digest' in error && error.digest === FORBIDDEN_DIGEST) return 'forbidden'
  return codeInText(error.message)
}
