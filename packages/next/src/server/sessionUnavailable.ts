/** WorkOS cannot be reached and the page needs to know who is asking. Nobody was signed out. */
export class SessionUnavailableError extends Error {
  override readonly name = 'SessionUnavailableError'
  readonly code = 'session_unavailable'
  /** Seconds after which to try again. */
  readonly retryAfter: number

  constructor({ retryAfter }: { retryAfter: number }) {
    super('The session cannot be checked now because WorkOS cannot be reached. Try again shortly.')
    this.retryAfter = retryAfter
  }
}
