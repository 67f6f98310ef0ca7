import type { Environment } from '../environment.ts'
import { recordAuthentication } from '../events/recordAuthentication.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import type { UserRecord } from '../store/records.ts'

/** Ways to prove who one is, as events name them. */
export type AttemptType = 'email_verification' | 'magic_auth' | 'mfa' | 'oauth' | 'password' | 'sso'

/** Where an attempt came from. */
export type Visitor = { ip_address: string | null; user_agent: string | null }

/** Whose attempt it was. */
export type Attempted = {
  type: AttemptType
  visitor: Visitor
  /** For SSO only. */
  connection?: ConnectionRecord
}

/** A user, or somebody that an identity provider vouches for and AuthKit does not know. */
export type Somebody = { id: string | null; email: string }

/** Tells the event log that somebody has proved who they are. */
export function noteSuccess(
  environment: Environment,
  { type, visitor, connection, user }: Attempted & { user: Somebody },
): void {
  recordAuthentication(environment, `${type}_succeeded`, {
    user_id: user.id,
    email: user.email,
    ...visitor,
    ...throughSso(connection),
  })
}

/** Tells the event log that somebody has not. */
export function noteFailure(
  environment: Environment,
  failed: Attempted & {
    user: UserRecord | undefined
    email: string | null
    error: { code: string; message: string }
  },
): void {
  const { type, visitor, connection, user, email, error } = failed
  recordAuthentication(environment, `${type}_failed`, {
    user_id: user?.id ?? null,
    email: user?.email ?? email,
    ...visitor,
    error,
    ...throughSso(connection),
  })
}

/** Tells the event log that somebody who was signed in has proved again who they are. */
export function noteReauthentication(
  environment: Environment,
  { user, visitor }: { user: UserRecord; visitor: Visitor },
): void {
  recordAuthentication(environment, 'reauthentication_succeeded', {
    user_id: user.id,
    email: user.email,
    ...visitor,
  })
}

/** The part of an event that tells of the connection. */
export const throughSso = (connection: ConnectionRecord | undefined) =>
  connection && {
    sso: {
      organization_id: connection.organization_id,
      connection_id: connection.id,
      session_id: null,
    },
  }
