import type { ApiHooks } from './hooks.ts'

/** How calls to WorkOS are made. */
export interface ApiSettings {
  /** Milliseconds that one try may take; 10 seconds unless set. */
  readonly attemptTimeout?: number
  /** Milliseconds that a call may take with all its tries; 30 seconds unless set. */
  readonly timeout?: number
  /** How often a call that WorkOS could not answer is tried again; 2 unless set. */
  readonly retries?: number
  readonly hooks?: ApiHooks
}

/** Milliseconds that one try may take unless the settings say otherwise. */
export const DEFAULT_TIMEOUT = 10_000

/** Settings with what was left out filled in. */
export function settled(settings: ApiSettings | undefined): Required<ApiSettings> {
  return {
    attemptTimeout: DEFAULT_TIMEOUT,
    timeout: 30_000,
    retries: 2,
    hooks: {},
    ...settings,
  }
}
