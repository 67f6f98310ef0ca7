import { sealData } from 'iron-session'
import * as z from 'zod'
import type { Context } from '../../context.ts'
import { openSeal } from '../../openSeal.ts'
import { type FlowState, flowStateSchema } from './flowState.ts'

/** Seconds that one step may take; each submission begins anew. */
const LIFETIME = 900

/** Longer values are no flows of ours; they are not worth the work of opening them. */
const MAX_SEAL_LENGTH = 32_768

/** Nothing else that is sealed with the same passwords says this, and this is nothing else. */
const PURPOSE = 'latchkey.authentication-flow'

const sealedFlowSchema = z.strictObject({
  purpose: z.literal(PURPOSE),
  /** Milliseconds since the epoch. */
  issuedAt: z.number(),
  flow: flowStateSchema,
})

/** Seals a flow, so that it can travel through the browser with its pending tokens. */
export function sealFlow({ config, now }: Context, flow: FlowState): Promise<string> {
  const data = { purpose: PURPOSE, issuedAt: now(), flow }
  return sealData(data, { password: config.cookiePasswords[0], ttl: LIFETIME })
}

/** Opens a flow; `undefined` for whatever is too old, garbage, or sealed for another purpose. */
export async function openFlow(
  { config, now }: Context,
  sealed: string,
): Promise<FlowState | undefined> {
  if (sealed.length > MAX_SEAL_LENGTH) return undefined
  for (const password of config.cookiePasswords) {
    const data = await openSeal(sealed, { password })
    const parsed = sealedFlowSchema.safeParse(data)
    if (parsed.success) {
      return now() - parsed.data.issuedAt <= LIFETIME * 1000 ? parsed.data.flow : undefined
    }
  }
  return undefined
}
