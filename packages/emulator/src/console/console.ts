import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { PageError } from '../authkit/pageError.ts'
import type { AppEnv } from '../environment.ts'
import type { Environments } from '../environments/environments.ts'
import { serveFlags } from './access/flags.tsx'
import { serveRolesPage } from './access/roles.tsx'
import { serveClockPage } from './control/clock.tsx'
import { serveEnvironmentsPage } from './control/environments.tsx'
import { serveFaultsPage } from './control/faults.tsx'
import { serveKeysPage } from './control/keys.tsx'
import { serveSnapshotsPage } from './control/snapshots.tsx'
import { mainBase } from './frame/base.ts'
import { serveLive } from './frame/live.ts'
import { serveConnectionPage } from './organizations/connection.tsx'
import { serveDirectoryPage } from './organizations/directory.tsx'
import { serveOrganizationPage } from './organizations/organization.tsx'
import { serveOrganizationList } from './organizations/organizations.tsx'
import { serveOverview } from './overview.tsx'
import { serveEventsPage } from './traffic/events.tsx'
import { serveInbox } from './traffic/inbox.tsx'
import { serveRequestsPage } from './traffic/requests.tsx'
import { serveWebhooksPage } from './traffic/webhooks.tsx'
import { serveUserPage } from './users/user.tsx'
import { serveUserList } from './users/users.tsx'

const environmentBase = '/_emulator/environments/:environment/console'

/** The pages that show the emulator's inside to a person, once for every environment. */
export function serveConsole(app: Hono<AppEnv>, environments: Environments): void {
  const pages = new Hono<AppEnv>()
  // Only the console's own pages may send its forms.
  pages.use(csrf())
  serveLive(pages)
  serveOverview(pages)
  serveUserList(pages)
  serveUserPage(pages)
  serveOrganizationList(pages)
  serveOrganizationPage(pages)
  serveConnectionPage(pages)
  serveDirectoryPage(pages)
  serveRolesPage(pages)
  serveFlags(pages)
  serveInbox(pages)
  serveEventsPage(pages)
  serveRequestsPage(pages)
  serveWebhooksPage(pages)
  serveFaultsPage(pages)
  serveClockPage(pages)
  serveKeysPage(pages)
  serveSnapshotsPage(pages)
  serveEnvironmentsPage(pages, environments)
  pages.all('*', () => {
    throw new PageError(404, {
      title: 'There is no such page',
      text: 'What it was about may have been deleted. Begin again in the console.',
    })
  })

  app.use(`${environmentBase}/*`, async (context, next) => {
    if (context.var.environment.clientId !== context.req.param('environment')) {
      throw new PageError(404, {
        title: 'There is no such environment',
        text: 'It was deleted, or the emulator was started again since. Environments live as long as it runs.',
      })
    }
    await next()
  })
  app.route(mainBase, pages)
  app.route(environmentBase, pages)
}
