import { pause } from '../../client/retry.ts'
import type { Context } from '../../context.ts'
import { authenticateWithDeviceCode } from '../grants/authenticateWithDeviceCode.ts'
import type { DevicePending } from '../nextStep.ts'
import type { AuthenticationOutcome, AuthenticationUnavailable } from '../outcome.ts'
import type { Visitor } from '../visitor.ts'
import type { DeviceAuthorization } from './startDeviceAuthorization.ts'

/** Seconds that `slow_down` adds to the interval, for good (RFC 8628, section 3.5). */
const SLOW_DOWN = 5

/** Options of {@link pollDeviceAuthorization}. */
export interface DevicePollOptions extends Visitor {
  /** Gives up: the poller then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What waiting for a device ends in. */
export type DeviceOutcome = Exclude<
  AuthenticationOutcome,
  DevicePending | AuthenticationUnavailable
>

/**
 * Asks until the owner of the device has answered, no more often than WorkOS wants to be asked.
 * Outages are sat out. Ends as `failed` with `expired_token` when the code is over.
 *
 * @throws the signal's reason when it aborts.
 */
export async function pollDeviceAuthorization(
  context: Context,
  device: Pick<DeviceAuthorization, 'deviceCode' | 'expiresAt' | 'interval'>,
  { signal, ...visitor }: DevicePollOptions = {},
): Promise<DeviceOutcome> {
  let interval = device.interval
  let next = interval
  while (context.now() + next * 1000 < device.expiresAt * 1000) {
    await pause(context, next * 1000, signal)
    const outcome = await authenticateWithDeviceCode(context, {
      deviceCode: device.deviceCode,
      ...visitor,
    })
    switch (outcome.status) {
      case 'pending':
        if (outcome.slowDown) interval += SLOW_DOWN
        next = interval
        break
      case 'unavailable':
        next = Math.max(next * 2, outcome.retryAfter ?? 0)
        break
      default:
        return outcome
    }
  }
  return { status: 'failed', code: 'expired_token', rawCode: 'expired_token', requestId: undefined }
}
