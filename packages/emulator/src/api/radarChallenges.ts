import { type RadarChallengeWire, radarChallenges } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { z } from 'zod'
import { sendRadarSms } from '../authentication/radar.ts'
import type { AppEnv } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { invalidParametersError, plainError } from './apiError.ts'
import { resume } from './grants/pendingAuthentication.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Radar's questions: an SMS to the number that somebody gives, and the emails that were sent. */
export function serveRadarChallenges(app: Hono<AppEnv>): void {
  serve(app, radarChallenges.sendSms, ({ environment, body }) => {
    const { phone_number, pending_authentication_token } = body
    if (!z.e164().safeParse(phone_number).success) {
      throw invalidParametersError([
        { field: 'phone_number', message: 'phone_number must be in the E.164 format.' },
      ])
    }
    const client_id = environment.clientId
    const { user } = resume(environment, { client_id, pending_authentication_token })
    if (user.id !== body.user_id) {
      throw plainError(400, 'user_mismatch', 'The pending authentication is of another user.')
    }
    const { id } = sendRadarSms(environment, { user, phoneNumber: phone_number })
    return { verification_id: id, phone_number }
  })

  serve(app, radarChallenges.get, ({ environment, params }) =>
    present(
      requireRecord(environment.store.radarChallenges, { kind: 'Radar challenge', id: params.id }),
    ),
  )
}

const present = ({ attempts, used, ...shown }: EmailedCodeRecord): RadarChallengeWire => ({
  object: 'radar_challenge',
  type: 'email',
  ...shown,
})
