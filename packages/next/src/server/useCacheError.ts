/** A helper was called inside `"use cache"`, where no request is and one answer is for all. */
export class UseCacheError extends Error {
  override readonly name = 'UseCacheError'
  readonly code = 'auth_in_use_cache'
  /** What to do. */
  readonly fix: string

  constructor(helper: string, options: ErrorOptions) {
    const fix = `Call ${helper}() outside of the cached function, and pass what that needs, e.g. \`user.id\`, as an argument.`
    super(`${helper}() is about a request, and inside "use cache" there is none. ${fix}`, options)
    this.fix = fix
  }
}

/** Next says so in the message alone, in other words from version to version. */
export function isUseCacheMisuse(error: unknown): boolean {
  return error instanceof Error && /inside .*(?:use cache|unstable_cache)/.test(error.message)
}
