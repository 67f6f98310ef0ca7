import { Secret, TOTP } from 'otpauth'

const period = 30
/** Steps that an authenticator's clock may be off by, to either side. */
const drift = 1

/** An authenticator: what is shared with it, and what it shows beside its codes. */
export type Authenticator = {
  /** Base 32. */
  secret: string
  issuer: string
  account: string
}

/** What a TOTP code turned out to be; a right one names its time step. */
export type TotpOutcome =
  | { type: 'right'; step: number }
  | { type: 'previously-used' }
  | { type: 'incorrect' }

/** A new secret of 160 bits (RFC 4226, section 4), base 32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** Whether a text is a secret in base 32 that leaves no doubt. */
export const isTotpSecret = (text: string): boolean => /^[A-Z2-7]{16,}$/.test(text)

/**
 * Checks a code (RFC 6238: SHA-1, six digits, 30 seconds). The step before and the one after count
 * too; none counts that is not later than the step of the latest code that was right.
 */
export function checkTotp(
  secret: string,
  entered: { code: string; now: number; lastStep: number },
): TotpOutcome {
  const { code, now, lastStep } = entered
  if (!/^\d{6}$/.test(code)) return { type: 'incorrect' }
  const delta = totp({ secret }).validate({ token: code, timestamp: now, window: drift })
  if (delta === null) return { type: 'incorrect' }
  const step = Math.floor(now / 1000 / period) + delta
  return step > lastStep ? { type: 'right', step } : { type: 'previously-used' }
}

/** The code that an authenticator shows at a time. */
export const totpCode = (secret: string, now: number): string =>
  totp({ secret }).generate({ timestamp: now })

/** The `otpauth:` address that sets an authenticator up. */
export const totpUri = ({ secret, issuer, account }: Authenticator): string =>
  totp({ secret, issuer, label: account }).toString()

/** The address as a QR code: the data URL of a PNG. */
export async function totpQrCode(authenticator: Authenticator): Promise<string> {
  // Loaded here because few sign-ins set an authenticator up.
  const { toDataURL } = await import('qrcode')
  return toDataURL(totpUri(authenticator), { errorCorrectionLevel: 'M', margin: 2, scale: 4 })
}

const totp = (options: { secret: string; issuer?: string; label?: string }): TOTP =>
  new TOTP({
    ...options,
    secret: Secret.fromBase32(options.secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })
