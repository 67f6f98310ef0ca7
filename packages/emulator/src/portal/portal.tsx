import type { Hono } from 'hono'
import { Card } from '../authkit/card.tsx'
import { PageError } from '../authkit/pageError.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'

const purposes: Record<string, string> = {
  sso: 'Set up single sign-on',
  dsync: 'Set up directory sync',
  audit_logs: 'See audit logs',
  log_streams: 'Stream audit logs',
  domain_verification: 'Verify a domain',
  certificate_renewal: 'Renew a certificate',
  bring_your_own_key: 'Bring a key of your own',
}

/** Where a link to the Admin Portal leads: a page that says what the link is for, and leads back. */
export function servePortalPages(app: Hono<AppEnv>): void {
  app.get('/portal', (context) => {
    const { store, clock } = context.var.environment
    const link = store.portalLinks.get(context.req.query('token') ?? '')
    const organization = link && store.organizations.get(link.organization_id)
    if (!link || !organization || link.expires_at <= clock.now()) {
      throw new PageError(400, {
        title: 'This link no longer works',
        text: 'Links to the Admin Portal live for five minutes. Go back to the application and ask for a new one.',
      })
    }
    const title = purposes[link.intent ?? ''] ?? 'Admin Portal'
    const done = link.success_url ?? link.return_url
    return renderPage(context, {
      kind: 'hosted',
      title: `${title} · ${organization.name}`,
      body: (
        <Card
          tile={organization.name}
          title={title}
          subtitle={
            <>
              for <span class="strong">{organization.name}</span>
            </>
          }
        >
          <p class="muted">
            Here an administrator of {organization.name} would do this at WorkOS. In the emulator,
            connections and directories come from the seed.
          </p>
          {done !== null && (
            <a class="button" href={done}>
              Go back to the application
            </a>
          )}
        </Card>
      ),
    })
  })
}
