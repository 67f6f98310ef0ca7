import type { Context } from '../context.ts'
import { describeEvent } from './describe.ts'
import type { AuthEvent } from './event.ts'

/** Name of the `diagnostics_channel` that every event goes through where the runtime has them. */
export const AUTH_EVENT_CHANNEL = 'latchkey:auth'

interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

interface Diagnostics {
  channel(name: string): Channel
}

/**
 * Tells the instance's sink, the `latchkey:auth` channel and, where asked for, the console. Costs
 * next to nothing where nobody listens: the event is only made for those who do.
 *
 * @example A sink of your own
 * ```ts
 * import { authKitFor, readEnvironment } from '@latchkey/core'
 *
 * const kit = authKitFor(readEnvironment(process.env), {
 *   onEvent: (event) => {
 *     if (event.name === 'request' && event.decision === 'refused') console.info(event.reason)
 *   },
 * })
 * ```
 */
export function publishEvent(
  { onEvent, config: { debug } }: Pick<Context, 'onEvent' | 'config'>,
  describe: () => AuthEvent,
): void {
  const listeners = channel()
  if (!onEvent && !debug && !listeners?.hasSubscribers) return
  const event = describe()
  if (debug) console.debug(describeEvent(event))
  try {
    // A sink that fails, now or later, must not fail the request that it is told about.
    Promise.resolve(onEvent?.(event)).catch(() => {})
  } catch {}
  if (listeners?.hasSubscribers) listeners.publish(event)
}

let found: { readonly channel: Channel | undefined } | undefined

/** Looked up without an import, because not every runtime has it. */
function channel(): Channel | undefined {
  found ??= { channel: lookUp() }
  return found.channel
}

function lookUp(): Channel | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => Diagnostics | undefined }
  }
  try {
    return process?.getBuiltinModule?.('node:diagnostics_channel')?.channel(AUTH_EVENT_CHANNEL)
  } catch {
    // Next's edge runtime throws at the mere mention of what only Node has.
    return undefined
  }
}
