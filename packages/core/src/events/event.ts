import type { CallbackFailure } from '../authorization/redeemCallback.ts'
import type { BearerRefused } from '../session/bearer.ts'
import type { SignedOutReason, Unavailable } from '../session/state.ts'

/** Whose session an event is about. */
export interface EventSubject {
  readonly userId: string
  readonly sessionId: string
  readonly organizationId: string | undefined
}

/** A refresh, seen by one request that needed it. */
export interface RefreshEvent {
  readonly name: 'refresh'
  readonly outcome: /** This request asked WorkOS. */
    | 'refreshed'
    /** Another request did, here or in another process; this one took its result. */
    | 'joined'
    /** WorkOS no longer continues the session. */
    | 'rejected'
    /** WorkOS does not let the session into the organization that it was to switch to. */
    | 'refused'
    | 'unavailable'
  /** `undefined` where the token that is over could not be read. */
  readonly subject: EventSubject | undefined
  /** Milliseconds that the request waited. */
  readonly duration: number
}

/**
 * What came of a refresh ahead of time fits into no cookies. The living token is served until it is
 * over; then a `SessionTooLargeError` or the next sign-in says so.
 */
export interface SessionTooLargeEvent {
  readonly name: 'session-too-large'
  readonly subject: EventSubject
}

/** What was decided about a request, and why. */
export interface RequestEvent {
  readonly name: 'request'
  readonly decision: 'allowed' | 'redirected' | 'refused' | 'unavailable'
  readonly reason:
    | 'public'
    | 'signed-in'
    | SignedOutReason
    | Unavailable['reason']
    /** Signed in, and the rules of the path want something else; see `requirement`. */
    | 'forbidden'
    /** The last sign-in is too long ago for this path. */
    | 'reauthentication-required'
  /** What the session lacks, where the reason is `forbidden`. */
  readonly requirement?: string
  readonly kind: 'document' | 'data' | 'action' | 'prefetch'
  readonly method: string
  /** Without the query, which may hold what nobody else should read. */
  readonly path: string
  readonly subject: EventSubject | undefined
  /** Milliseconds that the decision took. */
  readonly duration: number
}

/** What the product's own code decided, behind the proxy or without one. */
export interface AccessEvent {
  readonly name: 'access'
  readonly by: 'requireAuth' | 'protectRoute'
  readonly decision: RequestEvent['decision']
  readonly reason:
    | Exclude<RequestEvent['reason'], 'public'>
    /** Let in by what is no session. */
    | 'bearer'
    | 'api-key'
    | BearerRefused['reason']
    | 'no-credential'
    | 'invalid-api-key'
    | 'api-key-unverifiable'
  /** What is missing, where the reason is `forbidden`. */
  readonly requirement?: string
  /** Without the query; `undefined` where Next does not tell. */
  readonly path: string | undefined
  readonly subject: EventSubject | undefined
}

/** The way in, and the way out. */
export type SignInEvent =
  | { readonly name: 'sign-in'; readonly outcome: 'started' }
  | {
      readonly name: 'sign-in'
      readonly outcome: 'completed'
      readonly subject: EventSubject
      /** How the person signed in, e.g. `Password`. */
      readonly authenticationMethod: string | undefined
    }
  | {
      readonly name: 'sign-in'
      readonly outcome: 'failed'
      readonly reason: CallbackFailure | 'vetoed' | 'hook-failed' | 'session-too-large'
      /** WorkOS's own code, where it gave one. */
      readonly code: string | undefined
    }
  | { readonly name: 'sign-out'; readonly sessionId: string | undefined }

/** The coordinator that instances share began to fail, or answers again. */
export type CoordinatorEvent =
  /** Until it answers again, every process refreshes for itself. Told once an outage. */
  | {
      readonly name: 'coordinator'
      readonly outcome: 'unavailable'
      /** Code or name of the error, e.g. `ECONNREFUSED`. */
      readonly problem: string
    }
  | {
      readonly name: 'coordinator'
      readonly outcome: 'restored'
      /** Milliseconds since it began to fail. */
      readonly duration: number
    }

/**
 * What the kit tells about its work. The codes are stable; none of it holds a token, a cookie, a
 * code or an address. New events and fields may come, so leave room for what is not known.
 */
export type AuthEvent =
  | RefreshEvent
  | RequestEvent
  | AccessEvent
  | SignInEvent
  | CoordinatorEvent
  | SessionTooLargeEvent

/** Hears every event; what it throws is dropped, and nothing waits for it. */
export type AuthEventSink = (event: AuthEvent) => void
