import { LatchkeyError } from '../errors.ts'
import { bodyTooLarge, methodNotAllowed } from './answer.ts'
import { readBody } from './body.ts'
import { asRefusal, refusalOf } from './refusal.ts'

/** What WorkOS sent, still to be verified. */
interface Delivery {
  readonly payload: Uint8Array
  readonly signature: string | null
}

/** What an endpoint does that WorkOS calls. */
interface EndpointSteps<Verified> {
  /** Bytes. */
  readonly maxBodyBytes: number
  readonly verify: (delivery: Delivery) => Promise<Verified>
  readonly respond: (verified: Verified) => Promise<Response>
  readonly refused: (error: LatchkeyError) => void
}

/** An endpoint that WorkOS calls: request in, response out, and nothing done that is not verified. */
export function endpointOf<Verified extends object>({
  maxBodyBytes,
  verify,
  respond,
  refused,
}: EndpointSteps<Verified>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return methodNotAllowed()
    const body = await readBody(request, maxBodyBytes)
    if (body.kind === 'too-large') return bodyTooLarge()
    const signature = request.headers.get('workos-signature')
    const verified = await verify({ payload: body.bytes, signature }).catch(asRefusal)
    if (!(verified instanceof LatchkeyError)) return respond(verified)
    refused(verified)
    return refusalOf(verified)
  }
}
