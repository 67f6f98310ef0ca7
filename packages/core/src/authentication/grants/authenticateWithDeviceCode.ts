import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithDeviceCode}. */
export interface DeviceCodeGrant extends Visitor {
  /** Of `startDeviceAuthorization`. */
  readonly deviceCode: string
}

/**
 * Asks once whether the device's owner has answered; `pending` while not.
 * `pollDeviceAuthorization` goes on asking.
 */
export function authenticateWithDeviceCode(
  context: Context,
  grant: DeviceCodeGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: context.config.clientId,
    device_code: grant.deviceCode,
    ...visitorOf(grant),
  })
}
