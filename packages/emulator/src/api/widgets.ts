import { clientApi, widgets } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { rolesIn } from '../authorization/roles.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { signScopedToken } from '../tokens/scopedToken.ts'
import { ApiError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Tokens for widgets and for the Client API; both live for an hour. */
export function serveWidgets(app: Hono<AppEnv>): void {
  serve(app, widgets.createToken, async ({ environment, body }) => {
    const { organization_id, user_id, scopes = [] } = body
    if (organization_id === undefined || user_id === undefined) {
      throw new ApiError(400, {
        message: [
          `${organization_id === undefined ? 'organization_id' : 'user_id'} must be a string`,
        ],
        error: 'Bad Request',
      })
    }
    const held = permissionsOf(environment, { organization_id, user_id })
    for (const scope of scopes) {
      if (!held.has(scope)) {
        throw new ApiError(422, { message: `The user's role does not hold '${scope}'.` })
      }
    }
    const token = await signScopedToken(environment, {
      audience: 'widgets',
      claims: { sub: user_id, org_id: organization_id, permissions: scopes },
    })
    return { token }
  })

  serve(app, clientApi.createToken, async ({ environment, body }) => {
    permissionsOf(environment, body)
    const token = await signScopedToken(environment, {
      audience: 'client',
      claims: { sub: body.user_id, org_id: body.organization_id },
    })
    return { token }
  })
}

/** What an active member may do; 404 for whoever is none. */
function permissionsOf(
  environment: Environment,
  ids: { organization_id: string; user_id: string },
): Set<string> {
  const { id: organizationId } = requireOrganization(environment, ids.organization_id)
  const { id: userId } = requireUser(environment, ids.user_id)
  const membership = environment.store.memberships.find(
    ({ user_id, organization_id }) => user_id === userId && organization_id === organizationId,
  )
  if (membership?.status !== 'active') {
    throw new ApiError(404, { message: 'The user is not an active member of the organization.' })
  }
  const roles = rolesIn(environment, organizationId)
  return new Set(
    roles
      .filter(({ slug }) => membership.role_slugs.includes(slug))
      .flatMap(({ permissions }) => permissions),
  )
}
