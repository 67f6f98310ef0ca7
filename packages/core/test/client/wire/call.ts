import type { WorkOS as OfficialSdk } from '@workos-inc/node'
import type { AuthKit, WorkOS } from '../../../src/index.ts'

/** One operation, asked for with the official SDK and with ours. */
export interface Call {
  /** Our method. */
  readonly name: string
  /** The second has no API key: what the SDK calls a public client. */
  readonly theirs: (sdk: OfficialSdk, keyless: OfficialSdk) => Promise<unknown>
  readonly ours: (workos: WorkOS, kit: AuthKit) => PromiseLike<unknown>
}

/** Notes a call. */
export function call(name: string, theirs: Call['theirs'], ours: Call['ours']): Call {
  return { name, theirs, ours }
}

/** A moment, as both write it. */
export const moment = new Date('2026-11-20T16:50:44.000Z')
