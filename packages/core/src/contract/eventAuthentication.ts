import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum } from './primitives.ts'

const visitor = { ip_address: z.string().nullable(), user_agent: z.string().nullable() }
const error = z.object({ code: z.string(), message: z.string() })
const sso = z.object({
  organization_id: z.string().nullable(),
  connection_id: z.string().nullable(),
  session_id: z.string().nullable(),
})

function succeeded<const Type extends string>(type: Type) {
  return z.object({
    type: z.literal(type),
    status: z.literal('succeeded'),
    ...visitor,
    user_id: z.string(),
    email: z.string(),
  })
}

function failed<const Type extends string>(type: Type) {
  return z.object({
    type: z.literal(type),
    status: z.literal('failed'),
    ...visitor,
    user_id: z.string().nullable(),
    email: z.string().nullable(),
    error,
  })
}

/** The person may not be a user yet when a provider vouches for them. */
const unknownUser = { user_id: z.string().nullable() }

const ssoStarted = z.object({
  type: z.literal('sso'),
  status: z.literal('started'),
  ...visitor,
  user_id: z.string().nullable(),
  email: z.string().nullable(),
  sso,
})

const denied = {
  action_endpoint_id: z.string(),
  action_execution_id: z.string(),
  verdict: z.literal('Deny'),
  organization_id: z.string().nullable(),
  email: z.string(),
  ...visitor,
}

/** Events about people who prove, or fail to prove, who they are. */
export const authenticationEvents = declareEvents({
  'action.authentication.denied': z.object({
    ...denied,
    type: z.literal('authentication'),
    user_id: z.string(),
  }),
  'action.user_registration.denied': z.object({
    ...denied,
    type: z.literal('user_registration'),
  }),
  'authentication.email_verification_failed': failed('email_verification'),
  'authentication.email_verification_succeeded': succeeded('email_verification'),
  'authentication.magic_auth_failed': failed('magic_auth'),
  'authentication.magic_auth_succeeded': succeeded('magic_auth'),
  'authentication.mfa_failed': failed('mfa'),
  'authentication.mfa_succeeded': succeeded('mfa'),
  'authentication.oauth_failed': failed('oauth'),
  'authentication.oauth_succeeded': succeeded('oauth').extend(unknownUser),
  'authentication.passkey_failed': failed('passkey'),
  'authentication.passkey_succeeded': succeeded('passkey'),
  'authentication.password_failed': failed('password'),
  'authentication.password_succeeded': succeeded('password'),
  'authentication.radar_risk_detected': z.object({
    auth_method: z.string(),
    action: openEnum(['signup', 'login']),
    control: z.string().nullable(),
    blocklist_type: z.string().nullable(),
    ...visitor,
    user_id: z.string(),
    email: z.string(),
  }),
  'authentication.reauthentication_succeeded': succeeded('reauthentication'),
  'authentication.sso_failed': failed('sso').extend({ sso }),
  'authentication.sso_started': ssoStarted,
  'authentication.sso_succeeded': succeeded('sso').extend({ ...unknownUser, sso }),
  'authentication.sso_timed_out': ssoStarted.extend({ status: z.literal('timed_out'), error }),
  'radar.challenge_created': z.object({
    type: openEnum(['email']),
    radar_challenge_id: z.string(),
    user_id: z.string(),
    email: z.string(),
  }),
})
