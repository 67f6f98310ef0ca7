/**
 * WorkOS, or what keeps revocations, cannot be reached and the page needs to know who is asking.
 * Nobody was signed out.
 */
export class SessionUnavailableError extends Error {
  override readonly name = 'SessionUnavailableError'
  readonly code = 'session_unavailable'
  /** Seconds after which to try again. */
  readonly retryAfter: number

  constructor({ retryAfter }: { retryAfter: number }) {
    super('The session cannot be checked now. Nobody was signed out. Try again shortly.')
    this.retryAfter = retryAfter
  }
}
