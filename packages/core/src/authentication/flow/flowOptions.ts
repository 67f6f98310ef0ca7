import type { SignedIn } from '../../session/state.ts'
import type { Visitor } from '../visitor.ts'
import type { FlowMethod } from './flowState.ts'
import type { FlowSubmission } from './flowSubmission.ts'
import type { FlowMail } from './perform.ts'

/** Whether somebody whom WorkOS would sign in may be signed in. */
export type SessionVerdict =
  | { readonly allow: true }
  /** `code` is the product's own, for its own page. */
  | { readonly allow: false; readonly code: string }

/** What a product's own sign-in forms offer. */
export interface FlowOptions<Declared = unknown> {
  /** Ways in, in the order to show them. */
  readonly methods: readonly FlowMethod[]
  /** Whether strangers may sign up; whoever is invited always may. */
  readonly signUp: boolean
  /** The product's name in authenticator applications. */
  readonly totpIssuer?: string | undefined
  /** Has the last word. Who is not allowed gets no cookie, and their session ends at WorkOS. */
  readonly beforeSession?: (
    candidate: SignedIn<Declared>,
  ) => SessionVerdict | Promise<SessionVerdict>
  /** Sends mails, where WorkOS is configured not to send its own. */
  readonly deliver?: (mail: FlowMail) => Promise<void>
}

/** How a flow starts: with an address, an invitation's token, or that of a password reset. */
export type FlowStart = Visitor & {
  /** Path of this product to land on afterwards; anything else becomes `/`. */
  readonly returnTo?: string | undefined
} & (
    | { readonly email: string; readonly invitationToken?: string | undefined }
    | { readonly invitationToken: string; readonly email?: undefined }
    | { readonly passwordResetToken: string; readonly email?: undefined }
  )

/** One form that was sent. */
export interface FlowRequest extends Visitor {
  /** The sealed state that came with the step. */
  readonly state: string
  /** What the form sent; whatever is no submission is answered with a problem. */
  readonly submission: FlowSubmission | Readonly<Record<string, unknown>>
}
