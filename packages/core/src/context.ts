import type { ApiSettings } from './client/settings.ts'
import type { Config } from './config.ts'
import type { AuthEventSink } from './events/event.ts'

/** What every effect of the kit needs, injected once: configuration, network and time. */
export interface Context {
  readonly config: Config
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Waits so many milliseconds; may end earlier when the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** A number from 0 up to 1. */
  readonly random?: () => number
  readonly api?: ApiSettings
  readonly onEvent?: AuthEventSink
}

/** The context's time in whole seconds since the epoch, as tokens count it. */
export function nowInSeconds({ now }: Pick<Context, 'now'>): number {
  return Math.floor(now() / 1000)
}
