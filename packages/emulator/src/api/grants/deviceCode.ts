import { deviceCodeGrantSchema } from '@latchkey/core/contract'
import { pollDevice } from '../../authentication/device.ts'
import { oauthError } from '../apiError.ts'
import { conclude } from './conclude.ts'
import type { Grant } from './grant.ts'
import { visitorOf } from './visitor.ts'

/** A device that asks whether its owner has answered yet (RFC 8628, section 3.4). */
export const deviceCodeGrant: Grant<'urn:ietf:params:oauth:grant-type:device_code'> = {
  schema: deviceCodeGrantSchema,
  async run(environment, body) {
    const { client_id } = body
    const answer = pollDevice(environment, { clientId: client_id, deviceCode: body.device_code })
    switch (answer.type) {
      case 'unknown':
        throw oauthError('invalid_grant', 'The device code is invalid or was used already.')
      case 'expired':
        throw oauthError('expired_token', 'The device code has expired.')
      case 'denied':
        throw oauthError('access_denied', 'The user denied the request.')
      case 'too-soon':
        throw oauthError('slow_down', 'The device asks more often than it was told to.')
      case 'pending':
        throw oauthError('authorization_pending', 'The user has not answered yet.')
      case 'approved':
        return conclude(environment, {
          proof: answer.proof,
          organizationId: answer.organizationId,
          invitationId: null,
          client_id,
          ...visitorOf(body),
        })
    }
  },
}
