import { InputError, SignatureError } from '../errors.ts'
import { presentSecrets, type Secrets } from './secrets.ts'

/** The body as it arrived. Parsed and serialised again it is not what was signed. */
export type Payload = string | Uint8Array | ArrayBuffer

/** A payload, and what is needed to believe it. */
export interface SignedPayload {
  readonly payload: Payload
  /** The `WorkOS-Signature` header. */
  readonly signature: string | null | undefined
  readonly secrets: Secrets
  /** Seconds by which the time of signing may differ from now, in either direction. */
  readonly tolerance: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
const encoder = new TextEncoder()

/**
 * Checks who signed a payload and when; returns the secret that holds.
 *
 * @throws {SignatureError} when the payload is not to be believed.
 */
export async function verifySignature(signed: SignedPayload): Promise<string> {
  const secrets = presentSecrets(signed.secrets)
  const { timestamp, mac } = parseHeader(signed.signature)
  checkTime(Number(timestamp), signed)
  const message = messageOf(timestamp, signed.payload)
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, [
      'verify',
    ])
    // Compares in constant time.
    if (await crypto.subtle.verify(HMAC, key, mac, message)) return secret
  }
  throw new SignatureError('mismatch', {
    message: 'The signature does not fit the payload and the secret.',
    fix: 'Pass the raw body, not parsed JSON, and the secret of this very endpoint.',
  })
}

/** Signs a message the way WorkOS does: HMAC-SHA256 over `<timestamp>.<payload>`, lower-case hex. */
export async function computeSignature(
  timestamp: number,
  payload: Payload,
  secret: string,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['sign'])
  const mac = await crypto.subtle.sign(HMAC, key, messageOf(String(timestamp), payload))
  return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The `WorkOS-Signature` header of a payload, for tests and for those who send like WorkOS.
 *
 * @example
 * ```ts
 * import { signPayload } from '@latchkey/core/webhooks'
 *
 * async function webhookRequest(url: string, event: object) {
 *   const payload = JSON.stringify(event)
 *   const signature = await signPayload({ payload, secret: 'whsec_test' })
 *   return new Request(url, {
 *     method: 'POST',
 *     body: payload,
 *     headers: { 'workos-signature': signature },
 *   })
 * }
 * ```
 */
export async function signPayload({
  payload,
  secret,
  now = Date.now(),
}: {
  payload: Payload
  secret: string
  /** Milliseconds since the epoch. */
  now?: number
}): Promise<string> {
  return `t=${now}, v1=${await computeSignature(now, payload, secret)}`
}

function parseHeader(header: string | null | undefined) {
  if (!header) {
    throw new SignatureError('missing', {
      message: 'The request carries no signature.',
      fix: 'Pass the `WorkOS-Signature` header. Requests without one are not from WorkOS.',
    })
  }
  const match = /^t=(?<timestamp>\d{1,15}), ?v1=(?<mac>[0-9a-f]{64})$/.exec(header)
  const { timestamp, mac } = match?.groups ?? {}
  if (timestamp && mac) return { timestamp, mac: bytesOfHex(mac) }
  throw new SignatureError('malformed', {
    message: 'The signature header is not `t=<milliseconds>, v1=<hex>`.',
    fix: 'Pass the `WorkOS-Signature` header as it arrived.',
  })
}

function checkTime(timestamp: number, { tolerance, now }: SignedPayload): void {
  if (!(Number.isFinite(tolerance) && tolerance > 0)) {
    throw new InputError({
      message: '`tolerance` is not a positive number.',
      fix: 'Pass seconds, or leave it out.',
    })
  }
  if (Math.abs(now - timestamp) <= tolerance * 1000) return
  throw new SignatureError('outside-tolerance', {
    message: `The payload was not signed within ${tolerance} seconds of now.`,
    fix: 'Check the clock of this server. If it is right, this is a replay.',
  })
}

function messageOf(timestamp: string, payload: Payload): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(`${timestamp}.`)
  const body = bytesOf(payload)
  const message = new Uint8Array(head.length + body.length)
  message.set(head)
  message.set(body, head.length)
  return message
}

function bytesOf(payload: Payload): Uint8Array {
  if (typeof payload === 'string') return encoder.encode(payload)
  if (ArrayBuffer.isView(payload)) return payload
  if (Object.prototype.toString.call(payload) === '[object ArrayBuffer]') {
    return new Uint8Array(payload)
  }
  throw new InputError({
    message: 'The payload is neither text nor bytes.',
    fix: 'Pass the raw body, e.g. `await request.text()`: parsed JSON is not what was signed.',
  })
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2)
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}
