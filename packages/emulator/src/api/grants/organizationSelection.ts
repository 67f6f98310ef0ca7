import { organizationSelectionGrantSchema } from '@latchkey/core/contract'
import { activeOrganizations } from '../../authentication/requirement.ts'
import { oauthError } from '../apiError.ts'
import { conclude } from './conclude.ts'
import { membershipMissing } from './continuation.ts'
import type { Grant } from './grant.ts'
import { finishPending, resume } from './pendingAuthentication.ts'
import { visitorOf } from './visitor.ts'

/** The organization that somebody with several chose, and the attempt that waits for it. */
export const organizationSelectionGrant: Grant<'urn:workos:oauth:grant-type:organization-selection'> =
  {
    schema: organizationSelectionGrantSchema,
    async run(environment, body) {
      const { pending, user, attempt } = resume(environment, body)
      const { client_id, organization_id: organizationId } = body
      if (!environment.store.organizations.get(organizationId)) {
        throw oauthError(
          'organization_not_found',
          `The organization '${organizationId}' was not found.`,
        )
      }
      if (!activeOrganizations(environment, user.id).some(({ id }) => id === organizationId)) {
        throw membershipMissing(organizationId)
      }
      finishPending(environment, pending)
      return conclude(environment, { ...attempt, organizationId, client_id, ...visitorOf(body) })
    },
  }
