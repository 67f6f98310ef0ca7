import type { Config } from './config.ts'

/** What every effect of the kit needs, injected once: configuration, network and time. */
export interface Context {
  readonly config: Config
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** The context's time in whole seconds since the epoch, as tokens count it. */
export function nowInSeconds({ now }: Pick<Context, 'now'>): number {
  return Math.floor(now() / 1000)
}
