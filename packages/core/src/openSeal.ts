import * as base64url from 'jose/base64url'

/** Milliseconds by which clocks may differ where a seal has an end. */
const SKEW = 60_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Opens a `Fe26.2` seal that `iron-session`, or any other Iron with its settings, made with this
 * password, and gives the value in it. `undefined` for everything else: another password, a changed
 * or expired seal, or no seal at all. Decision 0017 says why the library does not do this.
 */
export async function openSeal(
  sealed: string,
  { password }: { readonly password: string },
): Promise<unknown> {
  try {
    return await open(sealed, password)
  } catch {
    return undefined
  }
}

/** Six parts, and a salted MAC of them: see https://github.com/hapijs/iron. */
async function open(sealed: string, password: string): Promise<unknown> {
  // iron-session adds a version that the MAC does not cover.
  const [seal = ''] = sealed.split('~', 1)
  const parts = seal.split('*')
  const [format, , salt = '', iv = '', encrypted = '', end = '', macSalt = '', mac = ''] = parts
  if (format !== 'Fe26.2' || parts.length !== 8 || !isAhead(end)) return undefined
  const secret = encoder.encode(password)
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  const derive = (algorithm: HmacKeyGenParams | AesKeyGenParams, from: string, use: KeyUsage) => {
    const way = { name: 'PBKDF2', hash: 'SHA-1', iterations: 1, salt: encoder.encode(from) }
    return crypto.subtle.deriveKey(way, key, algorithm, false, [use])
  }
  const [macKey, contentKey] = await Promise.all([
    derive({ name: 'HMAC', hash: 'SHA-256', length: 256 }, macSalt, 'verify'),
    derive({ name: 'AES-CBC', length: 256 }, salt, 'decrypt'),
  ])
  const signed = encoder.encode(parts.slice(0, 6).join('*'))
  if (!(await crypto.subtle.verify('HMAC', macKey, bytesOf(mac), signed))) return undefined
  const cipher = { name: 'AES-CBC', iv: bytesOf(iv) }
  const content = await crypto.subtle.decrypt(cipher, contentKey, bytesOf(encrypted))
  return JSON.parse(decoder.decode(content))
}

function isAhead(end: string): boolean {
  return end === '' || (/^[1-9]\d*$/.test(end) && Number(end) > Date.now() - SKEW)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64url.decode(text))
}
