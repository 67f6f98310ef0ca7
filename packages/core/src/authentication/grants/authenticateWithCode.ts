import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { clientOf } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

interface CodeDetails extends Visitor {
  /** From the callback's query; works once. */
  readonly code: string
  /** Lets a stranger sign up, and join the organization that invited them. */
  readonly invitationToken?: string | undefined
  /** Radar's id of what its script saw in the browser. */
  readonly signalsId?: string | undefined
  /** Of an `sso-required` that this sign-in answers. */
  readonly pendingAuthenticationToken?: string | undefined
}

/** Input of {@link authenticateWithCode}. */
export type CodeGrant = CodeDetails &
  (
    | {
        readonly client?: 'confidential'
        /** The verifier whose challenge began the sign-in, where one did (RFC 7636). */
        readonly codeVerifier?: string | undefined
      }
    | {
        /** Sends no API key: for applications that cannot keep one. */
        readonly client: 'public'
        readonly codeVerifier: string
      }
  )

/** Redeems the code that the callback received. */
export function authenticateWithCode(
  context: Context,
  grant: CodeGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'authorization_code',
    ...clientOf(context, grant.client),
    code: grant.code,
    code_verifier: grant.codeVerifier,
    invitation_token: grant.invitationToken,
    signals_id: grant.signalsId,
    pending_authentication_token: grant.pendingAuthenticationToken,
    ...visitorOf(grant),
  })
}
