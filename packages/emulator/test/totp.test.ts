import { describe, expect, test } from 'vitest'
import {
  checkTotp,
  isTotpSecret,
  newTotpSecret,
  totpCode,
  totpQrCode,
  totpUri,
} from '../src/authentication/totp.ts'

/** `12345678901234567890` in base 32, as RFC 6238's appendix B uses it for SHA-1. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('the vectors of RFC 6238', () => {
  // The appendix prints eight digits; six are the last six of them (RFC 4226, 5.3).
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds: %s', (seconds, printed) => {
    const code = printed.slice(-6)
    const now = seconds * 1000
    expect(totpCode(secret, now)).toBe(code)
    const step = Math.floor(seconds / 30)
    expect(checkTotp(secret, { code, now, lastStep: 0 })).toEqual({ type: 'right', step })
  })
})

describe('a code', () => {
  const now = 1_700_000_010_000
  const step = Math.floor(now / 30_000)
  const check = (code: string, lastStep = 0) => checkTotp(secret, { code, now, lastStep })

  test('counts one step to either side, and no further', () => {
    const at = (steps: number) => check(totpCode(secret, now + steps * 30_000))
    expect(at(-1)).toEqual({ type: 'right', step: step - 1 })
    expect(at(1)).toEqual({ type: 'right', step: step + 1 })
    expect(at(-2)).toEqual({ type: 'incorrect' })
    expect(at(2)).toEqual({ type: 'incorrect' })
  })

  test('counts once, and none counts that is older', () => {
    const code = totpCode(secret, now)
    expect(check(code, step)).toEqual({ type: 'previously-used' })
    expect(check(totpCode(secret, now - 30_000), step)).toEqual({ type: 'previously-used' })
    expect(check(totpCode(secret, now + 30_000), step)).toMatchObject({ type: 'right' })
  })

  test.each(['', '12345', '1234567', 'abcdef', ' 123456', '١٢٣٤٥٦'])('is not %j', (code) => {
    expect(check(code)).toEqual({ type: 'incorrect' })
  })
})

test('secrets are 160 bits of base 32, and no two are alike', () => {
  const [first, second] = [newTotpSecret(), newTotpSecret()]
  expect(first).toMatch(/^[A-Z2-7]{32}$/)
  expect(first).not.toBe(second)
  expect(isTotpSecret(first)).toBe(true)
  for (const not of ['', 'short', 'lower case letters here', `${first}1`]) {
    expect(isTotpSecret(not)).toBe(false)
  }
})

test('an authenticator is set up by an address and by its QR code', async () => {
  const authenticator = { secret, issuer: 'Orchard & Co', account: 'ada@northwind.example' }
  const uri = new URL(totpUri(authenticator))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.host).toBe('totp')
  expect(decodeURIComponent(uri.pathname)).toBe('/Orchard & Co:ada@northwind.example')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret,
    issuer: 'Orchard & Co',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  const [type, data = ''] = (await totpQrCode(authenticator)).split(',')
  expect(type).toBe('data:image/png;base64')
  expect(Buffer.from(data, 'base64').subarray(1, 4).toString()).toBe('PNG')
})
