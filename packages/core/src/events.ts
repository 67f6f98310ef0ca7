/** What happens beside any return value. Nothing in it is secret. */
export type AuthKitEvent =
  /** The refresh coordinator fails: until further notice every process refreshes for itself. */
  | { readonly type: 'coordinator-unavailable'; readonly cause: unknown }
  /** It answers again. */
  | {
      readonly type: 'coordinator-restored'
      /** Milliseconds since it began to fail. */
      readonly duration: number
    }

/** Says to the console what somebody should know, where nobody listens. */
export function warnOf(event: AuthKitEvent): void {
  switch (event.type) {
    case 'coordinator-unavailable':
      console.warn(
        'Latchkey: the refresh coordinator does not answer; every process refreshes for itself until it does.',
        event.cause,
      )
      break
    case 'coordinator-restored':
      console.warn(
        `Latchkey: the refresh coordinator answers again, after ${Math.round(event.duration / 1000)} s.`,
      )
      break
  }
}
