import type { AuthKit, OAuthTokens, SignedIn } from '@latchkey/core'

/** A sign-in that WorkOS has completed and the browser has not got yet. */
export interface CompletedSignIn<Declared = unknown, State = unknown> {
  readonly session: SignedIn<Declared>
  /** Tokens of the provider (Google, GitHub, ...), where WorkOS hands them on. */
  readonly oauthTokens: OAuthTokens | undefined
  /**
   * What the link sent along, as the schema reads it; `undefined` where it sent nothing, and for
   * sign-ins that began at WorkOS. Whoever made the link has chosen it.
   */
  readonly appState: State | undefined
  /** Path to land on. */
  readonly returnTo: string
  readonly request: Request
  readonly kit: AuthKit<Declared>
}

/** A sign-in that the product does not want. */
export type SignInVeto =
  /** One sentence for the person, shown on a page of the kit. */
  | { readonly refuse: string }
  /** A path of the product that explains. */
  | { readonly redirectTo: `/${string}` }

/** What the product does about sign-ins; both are awaited before anything reaches the browser. */
export interface SignInHooks<Declared = unknown, State = unknown> {
  /**
   * Decides whether the sign-in counts. A veto leaves no cookie and ends the session at WorkOS; so
   * does an error, and a `redirect()` of Next leads where it says.
   */
  readonly beforeSession?: (
    signIn: CompletedSignIn<Declared, State>,
  ) => SignInVeto | undefined | Promise<SignInVeto | undefined>
  /**
   * Called for a sign-in that counts, e.g. to keep a record of the person. May name another path to
   * land on. After an error nobody is signed in; a `redirect()` of Next keeps the session.
   */
  readonly onSuccess?: (
    signIn: CompletedSignIn<Declared, State>,
  ) =>
    | { readonly returnTo: `/${string}` }
    | undefined
    | Promise<{ readonly returnTo: `/${string}` } | undefined>
}
