/**
 * Which refresh is meant, in digests from which nothing can be recovered: the session at WorkOS,
 * and the refresh token of it that is to be exchanged.
 */
export interface RefreshSubject {
  readonly session: string
  readonly credential: string
}

/** What a refresh has come to, as instances tell each other. */
export type SharedOutcome =
  /** The next session, as the cookie value that is set for it: sealed with the cookie password. */
  | { readonly kind: 'session'; readonly sealed: string }
  /** WorkOS does not continue the session for this refresh token. */
  | { readonly kind: 'refused' }

/** Whose turn it is to refresh a session. */
export type RefreshTurn =
  /** The caller's. The fence is higher than that of every turn before, also after a loss of data. */
  | { readonly kind: 'lead'; readonly fence: number }
  /** Another one's; to be asked again shortly. */
  | { readonly kind: 'wait' }
  /** Nobody's: this refresh token was exchanged. A session is the newest that came of it. */
  | { readonly kind: 'landed'; readonly outcome: SharedOutcome }

/**
 * Sees to it that several instances refresh a session once. Its methods are atomic, and settle
 * soon: one that throws or takes too long is given up, and every instance refreshes for itself
 * until it answers again. `@latchkey/redis` has one.
 */
export interface RefreshCoordinator {
  /**
   * Asks for the turn. It is the caller's where the credential is not known as exchanged and no
   * other lease runs.
   */
  begin(
    subject: RefreshSubject,
    terms: {
      /** Milliseconds for which the turn is the caller's, unless it is extended. */
      readonly lease: number
    },
  ): Promise<RefreshTurn>
  /** Makes the turn last for so many milliseconds from now; 0 gives it back. */
  extend(
    subject: RefreshSubject,
    terms: { readonly fence: number; readonly lease: number },
  ): Promise<void>
  /**
   * Ends the turn and tells what came of it. Returns what holds: a session of an older fence does
   * not replace a newer one, and a refusal replaces no session.
   */
  land(
    subject: RefreshSubject,
    landing: {
      readonly fence: number
      readonly outcome: SharedOutcome
      /** Milliseconds for which whoever comes with this credential shall be told. */
      readonly retention: number
    },
  ): Promise<SharedOutcome>
}
