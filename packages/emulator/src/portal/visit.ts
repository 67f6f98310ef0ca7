import type { Context } from 'hono'
import { readCookie, writeCookie } from '../authkit/cookies.ts'
import { PageError } from '../authkit/pageError.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { OrganizationRecord } from '../store/records.ts'
import type { PortalLinkRecord } from '../store/resourceRecords.ts'
import { randomToken } from '../store/secret.ts'

const hour = 60 * 60 * 1000

/** An administrator at the portal: by which link, and for which organization. */
export type Visit = {
  environment: Environment
  organization: OrganizationRecord
  link: PortalLinkRecord
}

/** Follows a link: within its five minutes from any browser, and for an hour from the one it was opened in. */
export function openVisit(context: Context<AppEnv>): Visit {
  const { environment } = context.var
  const { store, clock } = environment
  const link = store.portalLinks.get(context.req.query('token') ?? '')
  if (link && link.expires_at > clock.now() && link.browser_id !== browserOf(context)) {
    const browser_id = browserOf(context) ?? startBrowser(context)
    store.portalLinks.update(link.id, { browser_id, visit_ends_at: clock.now() + hour })
    return visitBy(environment, link)
  }
  return requireVisit(context)
}

/** The visit that a request belongs to; a readable page when it is over. */
export function requireVisit(context: Context<AppEnv>): Visit {
  const { environment } = context.var
  const { store, clock } = environment
  const link = store.portalLinks.get(context.req.query('token') ?? '')
  const goesOn = link && link.browser_id === browserOf(context) && link.visit_ends_at > clock.now()
  if (!goesOn) throw over
  return visitBy(environment, link)
}

function visitBy(environment: Environment, link: PortalLinkRecord): Visit {
  const organization = environment.store.organizations.get(link.organization_id)
  if (!organization) throw over
  return { environment, organization, link }
}

const browserOf = (context: Context<AppEnv>) => readCookie(context, 'browser')

function startBrowser(context: Context<AppEnv>): string {
  const value = randomToken(40)
  writeCookie(context, { name: 'browser', value })
  return value
}

const over = new PageError(400, {
  title: 'This link no longer works',
  text: 'Links to the Admin Portal live for five minutes. Go back to the application and ask for a new one.',
})
