import type { EventName } from '@latchkey/core/contract'
import type { Environment } from '../environment.ts'
import { recordEvent } from './recordEvent.ts'

/** What came of an attempt to prove who one is, e.g. `password_failed`. */
export type AuthenticationOutcome = Exclude<
  EventName extends infer Name
    ? Name extends `authentication.${infer Outcome}`
      ? Outcome
      : never
    : never,
  'radar_risk_detected'
>

/** Whose attempt it was, and from where. */
export type AuthenticationAttempt = {
  user_id: string | null
  email: string | null
  ip_address?: string | null
  user_agent?: string | null
  /** Why it failed. */
  error?: { code: string; message: string }
  /** For SSO only. */
  sso?: { organization_id: string | null; connection_id: string | null; session_id: string | null }
}

/** Records an `authentication.*` event. */
export function recordAuthentication(
  environment: Environment,
  outcome: AuthenticationOutcome,
  { ip_address = null, user_agent = null, ...attempt }: AuthenticationAttempt,
): void {
  const [, type, status] = /^(.+)_(started|succeeded|failed|timed_out)$/.exec(outcome) ?? []
  recordEvent(environment, {
    event: `authentication.${outcome}`,
    data: { type, status, ip_address, user_agent, ...attempt },
  })
}
