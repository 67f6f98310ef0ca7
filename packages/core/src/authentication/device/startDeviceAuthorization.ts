import { camelize } from '../../client/casing.ts'
import { send } from '../../client/transport.ts'
import { type Context, nowInSeconds } from '../../context.ts'
import { authorization } from '../../contract/index.ts'

/** Seconds between two questions where WorkOS does not say (RFC 8628, section 3.2). */
const INTERVAL = 5

/** A sign-in that a device without a browser has begun. */
export interface DeviceAuthorization {
  /** Stays on the device. */
  readonly deviceCode: string
  /** To be typed in at `verificationUri`, e.g. `BCDF-GHJK`. */
  readonly userCode: string
  readonly verificationUri: string
  /** The same address with the code in it, e.g. for a QR code. */
  readonly verificationUriComplete: string | undefined
  /** Seconds since the epoch. */
  readonly expiresAt: number
  /** Seconds to leave between two questions. */
  readonly interval: number
}

/**
 * Begins a sign-in on a device without a browser (RFC 8628).
 *
 * @throws `ApiRejectedError`, `ApiUnavailableError` or `ApiResponseError`.
 */
export async function startDeviceAuthorization(context: Context): Promise<DeviceAuthorization> {
  const { method, path, result } = authorization.authorizeDevice
  // Not through the client's methods: every proxy would carry them.
  const answer = await send(context, {
    method,
    path,
    body: { client_id: context.config.clientId },
    bearer: false,
    result,
  })
  const { expiresIn, interval, verificationUriComplete, ...device } = camelize(answer)
  return {
    ...device,
    verificationUriComplete,
    expiresAt: nowInSeconds(context) + expiresIn,
    interval: interval ?? INTERVAL,
  }
}
