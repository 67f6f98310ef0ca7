import { authorization } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { deviceLifetime, startDevice } from '../authentication/device.ts'
import type { AppEnv } from '../environment.ts'
import { oauthError } from './apiError.ts'
import { originOf } from './origin.ts'
import { serve } from './serve.ts'

/** Where a device without a browser begins (RFC 8628, section 3.1). */
export function serveAuthorizeDevice(app: Hono<AppEnv>): void {
  serve(app, authorization.authorizeDevice, ({ environment, body, context }) => {
    if (body.client_id !== environment.clientId) {
      throw oauthError('invalid_client', 'Unknown client')
    }
    const { id, user_code, interval } = startDevice(environment, { clientId: body.client_id })
    const verification_uri = `${originOf(context)}/device`
    return {
      device_code: id,
      user_code,
      verification_uri,
      verification_uri_complete: `${verification_uri}?user_code=${user_code}`,
      expires_in: deviceLifetime,
      interval,
    }
  })
}
