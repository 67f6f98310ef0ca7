import { InputError } from '../errors.ts'
import type { WorkOS } from './client.ts'

/** AES-GCM as Vault uses it: 12 bytes of nonce, 16 of tag. */
const NONCE = 12
const TAG = 16

type Vault = Pick<WorkOS, 'vault'>

/** Input of {@link encryptLocally}. */
export interface LocalEncryption {
  readonly data: string
  /** Decides which key of yours encrypts. */
  readonly context: Readonly<Record<string, string>>
  /** Bound to the result, not contained in it; the same is needed to decrypt. */
  readonly associatedData?: string
}

/** Input of {@link decryptLocally}. */
export interface LocalDecryption {
  /** What {@link encryptLocally}, or the official SDK, returned. */
  readonly encrypted: string
  readonly associatedData?: string
}

/**
 * Encrypts in this process with a fresh key of Vault; only the key travels. The official SDK reads
 * the result, and the other way round.
 *
 * @example
 * ```ts
 * import { encryptLocally, type WorkOS } from '@latchkey/core'
 *
 * function protect(workos: WorkOS, organizationId: string, iban: string) {
 *   return encryptLocally(workos, { data: iban, context: { organizationId } })
 * }
 * ```
 */
export async function encryptLocally(
  { vault }: Vault,
  { data, context, associatedData }: LocalEncryption,
): Promise<string> {
  const { dataKey, encryptedKeys } = await vault.createDataKey({ context: { ...context } })
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
  const key = await importKey(dataKey, 'encrypt')
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(algorithm(nonce, associatedData), key, utf8(data)),
  )
  const keys = bytesOf(encryptedKeys)
  return base64Of(
    concat([
      nonce,
      sealed.subarray(-TAG),
      lengthPrefix(keys.length),
      keys,
      sealed.subarray(0, -TAG),
    ]),
  )
}

/**
 * Decrypts in this process what was encrypted with {@link encryptLocally}.
 *
 * @throws {InputError} when the text was not encrypted so, was changed, or the associated data is
 * another.
 */
export async function decryptLocally(
  { vault }: Vault,
  { encrypted, associatedData }: LocalDecryption,
): Promise<string> {
  const { nonce, tag, keys, ciphertext } = takeApart(encrypted)
  const { dataKey } = await vault.decryptDataKey({ keys })
  const key = await importKey(dataKey, 'decrypt')
  try {
    const sealed = concat([ciphertext, tag])
    const data = await crypto.subtle.decrypt(algorithm(nonce, associatedData), key, sealed)
    return new TextDecoder().decode(data)
  } catch (cause) {
    throw unreadable(cause)
  }
}

function takeApart(encrypted: string) {
  try {
    const bytes = bytesOf(encrypted)
    const { value, next } = readLength(bytes, NONCE + TAG)
    const end = next + value
    if (end > bytes.length) throw new RangeError('shorter than it says')
    return {
      nonce: bytes.slice(0, NONCE),
      tag: bytes.slice(NONCE, NONCE + TAG),
      keys: base64Of(bytes.subarray(next, end)),
      ciphertext: bytes.subarray(end),
    }
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown): InputError {
  return new InputError({
    message: 'The text cannot be decrypted: it is not of this kind, or it was changed.',
    fix: 'Pass exactly what the encryption returned, and the same associated data.',
    cause,
  })
}

function algorithm(iv: Uint8Array<ArrayBuffer>, associatedData: string | undefined) {
  return { name: 'AES-GCM', iv, ...(associatedData && { additionalData: utf8(associatedData) }) }
}

function importKey(key: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, [use])
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** Without spreading: the parts may be long. */
function concat(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Unsigned LEB128: seven bits a byte, the eighth says that more follow. */
function lengthPrefix(length: number): number[] {
  return length < 0x80 ? [length] : [(length & 0x7f) | 0x80, ...lengthPrefix(length >>> 7)]
}

function readLength(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0
  for (let index = start, shift = 0; shift < 28; index++, shift += 7) {
    const byte = bytes[index]
    if (byte === undefined) break
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return { value, next: index + 1 }
  }
  throw new RangeError('no length')
}
