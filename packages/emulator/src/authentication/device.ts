import { randomInt } from 'node:crypto'
import type { Environment } from '../environment.ts'
import type { DeviceAuthorizationRecord, Proof } from '../store/authenticationRecords.ts'
import { randomToken } from '../store/secret.ts'

/** Seconds that a device may wait for its owner. */
export const deviceLifetime = 300
const interval = 5

/** No vowels, so that no code is a word; none that look alike (RFC 8628, section 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

/** Begins a sign-in on a device without a browser (RFC 8628). */
export function startDevice(
  { store, clock }: Environment,
  { clientId }: { clientId: string },
): DeviceAuthorizationRecord {
  return store.deviceAuthorizations.insert({
    id: randomToken(40),
    user_code: `${letterBlock()}-${letterBlock()}`,
    client_id: clientId,
    outcome: { type: 'pending' },
    interval,
    polled_at: null,
    expires_at: clock.now() + deviceLifetime * 1000,
  })
}

/** The device that waits for an answer under a code; case and punctuation do not matter. */
export function findWaitingDevice(
  { store, clock }: Environment,
  userCode: string,
): DeviceAuthorizationRecord | undefined {
  const wanted = plain(userCode)
  return store.deviceAuthorizations.find(
    ({ user_code, outcome, expires_at }) =>
      plain(user_code) === wanted && outcome.type === 'pending' && expires_at > clock.now(),
  )
}

/** What a device is told when it asks. */
export type DeviceAnswer =
  | { type: 'unknown' | 'expired' | 'denied' | 'too-soon' | 'pending' }
  | { type: 'approved'; proof: Proof; organizationId: string | null }

/** Answers a device, which may ask once per interval and redeem an approval once. */
export function pollDevice(
  { store, clock }: Environment,
  { clientId, deviceCode }: { clientId: string; deviceCode: string },
): DeviceAnswer {
  const device = store.deviceAuthorizations.get(deviceCode)
  if (!device || device.client_id !== clientId) return { type: 'unknown' }
  const now = clock.now()
  if (device.expires_at <= now) return { type: 'expired' }
  const { outcome } = device
  if (outcome.type === 'denied') return { type: 'denied' }
  if (outcome.type === 'approved') {
    store.deviceAuthorizations.delete(device.id)
    return { type: 'approved', proof: outcome.proof, organizationId: outcome.organization_id }
  }
  const early = device.polled_at !== null && now - device.polled_at < device.interval * 1000
  store.deviceAuthorizations.update(device.id, {
    polled_at: now,
    interval: early ? device.interval + 5 : device.interval,
  })
  return { type: early ? 'too-soon' : 'pending' }
}

const letterBlock = (): string =>
  Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z]/g, '')
