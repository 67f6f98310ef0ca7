import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveAuthenticate } from './authenticate.ts'
import { serveJwks } from './jwks.ts'
import { serveOrganizationMemberships } from './organizationMemberships.ts'
import { serveOrganizations } from './organizations.ts'
import { serveSessions } from './sessions.ts'
import { serveUsers } from './users.ts'

/** The REST API. */
export function serveApi(app: Hono<AppEnv>): void {
  serveAuthenticate(app)
  serveJwks(app)
  serveSessions(app)
  serveUsers(app)
  serveOrganizations(app)
  serveOrganizationMemberships(app)
}
