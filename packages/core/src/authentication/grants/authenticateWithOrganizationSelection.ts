import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { confidentialClient } from '../client.ts'
import type { AuthenticationOutcome } from '../outcome.ts'
import { type Visitor, visitorOf } from '../visitor.ts'

/** Input of {@link authenticateWithOrganizationSelection}. */
export interface OrganizationSelectionGrant extends Visitor {
  readonly organizationId: string
  /** Of the outcome `organization-selection`. */
  readonly pendingAuthenticationToken: string
}

/** Goes on with a sign-in, in one of the person's organizations. */
export function authenticateWithOrganizationSelection(
  context: Context,
  grant: OrganizationSelectionGrant,
): Promise<AuthenticationOutcome> {
  return authenticate(context, {
    grant_type: 'urn:workos:oauth:grant-type:organization-selection',
    ...confidentialClient(context),
    organization_id: grant.organizationId,
    pending_authentication_token: grant.pendingAuthenticationToken,
    ...visitorOf(grant),
  })
}
