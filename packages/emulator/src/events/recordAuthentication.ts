import type { Environment } from '../environment.ts'
import { recordEvent } from './recordEvent.ts'

/** An attempt to prove who one is, and what came of it. */
export type AuthenticationAttempt = {
  type:
    | 'email_verification'
    | 'magic_auth'
    | 'mfa'
    | 'oauth'
    | 'passkey'
    | 'password'
    | 'reauthentication'
    | 'sso'
  status: 'started' | 'succeeded' | 'failed' | 'timed_out'
  user_id: string | null
  email: string | null
  ip_address?: string | null
  user_agent?: string | null
  /** Why it failed. */
  error?: { code: string; message: string }
  /** For SSO only. */
  sso?: { organization_id: string | null; connection_id: string | null; session_id: string | null }
}

/** Records an `authentication.*` event, e.g. `authentication.password_failed`. */
export function recordAuthentication(
  environment: Environment,
  { ip_address = null, user_agent = null, ...attempt }: AuthenticationAttempt,
): void {
  recordEvent(environment, {
    event: `authentication.${attempt.type}_${attempt.status}`,
    data: { ...attempt, ip_address, user_agent },
  })
}
