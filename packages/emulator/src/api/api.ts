import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveAuthenticate } from './authenticate.ts'
import { serveEvents } from './events.ts'
import { serveGroups } from './groups.ts'
import { serveJwks } from './jwks.ts'
import { serveOrganizationDomains } from './organizationDomains.ts'
import { serveOrganizationMemberships } from './organizationMemberships.ts'
import { serveOrganizationRoles } from './organizationRoles.ts'
import { serveOrganizations } from './organizations.ts'
import { servePermissions } from './permissions.ts'
import { serveRoles } from './roles.ts'
import { serveSessions } from './sessions.ts'
import { serveUsers } from './users.ts'
import { serveWebhookEndpoints } from './webhookEndpoints.ts'

/** The REST API. */
export function serveApi(app: Hono<AppEnv>): void {
  serveAuthenticate(app)
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
