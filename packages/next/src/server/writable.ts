import { cookies } from 'next/headers.js'
import { inRequest } from './inRequest.ts'

/** No cookie has this name; removing it shows whether cookies can be written here. */
const PROBE = 'latchkey-probe'

/** A helper that writes cookies was called while a page renders, where Next cannot write any. */
export class CookiesNotWritableError extends Error {
  override readonly name = 'CookiesNotWritableError'
  readonly code = 'cookies_not_writable'
  /** What to do. */
  readonly fix: string

  constructor(helper: string, options: ErrorOptions) {
    const fix = `Call ${helper}() in a Server Action or a route handler, e.g. from a <form action>.`
    super(
      `${helper}() changes the session's cookies, and Server Components cannot. ${fix}`,
      options,
    )
    this.fix = fix
  }
}

/**
 * Fails before anything is spent where cookies cannot be written.
 *
 * @throws {UseCacheError} inside `"use cache"`.
 */
export async function requireWritableCookies(helper: string): Promise<void> {
  const store = await inRequest(helper, cookies)
  try {
    store.delete(PROBE)
  } catch (cause) {
    throw new CookiesNotWritableError(helper, { cause })
  }
}
