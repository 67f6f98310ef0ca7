import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithEmailVerification}. */
export interface EmailVerificationGrant extends Visitor {
  /** The six digits of the mail. */
  readonly code: string
  /** Of the outcome `email-verification`. */
  readonly pendingAuthenticationToken: string
}

/** Proves an email address, and goes on with the sign-in that asked for it. */
export function authenticateWithEmailVerification(
  context: Context,
  grant: EmailVerificationGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:email-verification:code',
    ...confidentialClient(context),
    code: grant.code,
    pending_authentication_token: grant.pendingAuthenticationToken,
    ...visitorOf(grant),
  })
}
