import { codeInText, type ProblemCode } from '../http/problem.ts'

/**
 * Why the proxy did not let a Server Action run, from the error that the call threw: the action
 * itself never ran. `undefined` for every other error.
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
  return error instanceof Error ? codeInText(error.message) : undefined
}
