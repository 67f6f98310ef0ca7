import { oauthError } from '../api/apiError.ts'
import { presentOrganization } from '../api/organizations.ts'
import { presentUser } from '../authentication/user.ts'
import type { Environment } from '../environment.ts'
import type { SessionRecord } from '../store/records.ts'
import { parseJwtTemplate, renderJwtTemplate } from './jwtTemplate.ts'

const maximumBytes = 3072

/** The claims that the environment's JWT template adds; 400 when they are too big. */
export function templateClaims(
  environment: Environment,
  session: SessionRecord,
): Record<string, unknown> {
  const { store, clientId } = environment
  const template = store.jwtTemplates.get(clientId)
  if (!template) return {}
  const claims = renderJwtTemplate(
    parseJwtTemplate(template.content),
    templateContext(environment, session),
  )
  if (Buffer.byteLength(JSON.stringify(claims)) > maximumBytes) {
    throw oauthError('token_too_big', `The JWT template makes more than ${maximumBytes} bytes.`)
  }
  return claims
}

function templateContext({ store }: Environment, session: SessionRecord): Record<string, unknown> {
  const user = store.users.get(session.user_id)
  const organization =
    session.organization_id === null ? undefined : store.organizations.get(session.organization_id)
  const membership = store.memberships.find(
    ({ user_id, organization_id }) =>
      user_id === session.user_id && organization_id === session.organization_id,
  )
  const { last_sign_in_at, ...shownUser } = user ? presentUser(user) : { last_sign_in_at: null }
  const { role_slugs = [], ...shownMembership } = membership ?? {}
  return {
    user: shownUser,
    ...(organization && { organization: presentOrganization(organization) }),
    ...(membership && {
      organization_membership: { ...shownMembership, role: role_slugs[0], roles: role_slugs },
    }),
  }
}
