import { type MagicAuthWire, magicAuth } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { findOpenInvitation, isInvited } from '../authentication/invitation.ts'
import { requestMagicAuth } from '../authentication/requestMagicAuth.ts'
import { settingsOf } from '../authentication/settings.ts'
import { isEmailAddress } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import type { EmailedCodeRecord } from '../store/authenticationRecords.ts'
import { invalidParametersError, oauthError } from './apiError.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Magic Auth: make a code, and read it. An unknown address gets an account with its first code. */
export function serveMagicAuth(app: Hono<AppEnv>): void {
  serve(app, magicAuth.create, ({ environment, body }) => {
    const { email, invitation_token } = body
    if (!isEmailAddress(email)) {
      throw invalidParametersError([{ field: 'email', message: 'email must be an email' }])
    }
    if (!settingsOf(environment).magic_auth) throw refused('authentication_method_not_allowed')
    const invitation =
      invitation_token === undefined ? undefined : findOpenInvitation(environment, invitation_token)
    if (invitation_token !== undefined && !(invitation && isInvited(invitation, email))) {
      throw refused('invitation_invalid')
    }
    const made = requestMagicAuth(environment, { email, invitationId: invitation?.id ?? null })
    if (made === 'sign-up-not-allowed') throw refused('sign_up_not_allowed')
    return present(made)
  })

  serve(app, magicAuth.get, ({ environment, params }) =>
    present(requireRecord(environment.store.magicAuths, { kind: 'Magic Auth', id: params.id })),
  )
}

const refused = (error: string) => oauthError(error, `The request failed due to: ${error}.`)

const present = ({ attempts, used, ...shown }: EmailedCodeRecord): MagicAuthWire => ({
  object: 'magic_auth',
  ...shown,
})
