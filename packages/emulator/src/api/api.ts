import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveAuthenticate } from './authenticate.ts'
import { serveAuthorizeDevice } from './authorizeDevice.ts'
import { serveEmailVerification } from './emailVerification.ts'
import { serveEvents } from './events.ts'
import { serveFactors } from './factors.ts'
import { serveGroups } from './groups.ts'
import { serveJwks } from './jwks.ts'
import { serveMagicAuth } from './magicAuth.ts'
import { serveOrganizationDomains } from './organizationDomains.ts'
import { serveOrganizationMemberships } from './organizationMemberships.ts'
import { serveOrganizationRoles } from './organizationRoles.ts'
import { serveOrganizations } from './organizations.ts'
import { servePasswordReset } from './passwordReset.ts'
import { servePermissions } from './permissions.ts'
import { serveRoles } from './roles.ts'
import { serveSessions } from './sessions.ts'
import { serveUserFactors } from './userFactors.ts'
import { serveUsers } from './users.ts'
import { serveWebhookEndpoints } from './webhookEndpoints.ts'

/** The REST API. */
export function serveApi(app: Hono<AppEnv>): void {
  serveAuthenticate(app)
  serveAuthorizeDevice(app)
  serveMagicAuth(app)
  serveEmailVerification(app)
  servePasswordReset(app)
  serveFactors(app)
  serveUserFactors(app)
  serveJwks(app)
  serveSessions(app)
  serveUsers(app)
  serveOrganizations(app)
  serveOrganizationMemberships(app)
  serveEvents(app)
  serveGroups(app)
  serveOrganizationDomains(app)
  serveOrganizationRoles(app)
  servePermissions(app)
  serveRoles(app)
  serveWebhookEndpoints(app)
}
