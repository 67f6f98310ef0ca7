import type { Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { Refusal } from '../administration/refusal.ts'
import { readSubmission } from '../administration/submission.ts'
import { PageError } from '../authkit/pageError.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { auditLogs } from './auditLogs.tsx'
import { certificates } from './certificates.tsx'
import { directories } from './directories.tsx'
import { domains } from './domains.tsx'
import { encryptionKey } from './encryptionKey.tsx'
import { PortalPage } from './frame.tsx'
import { logStreams } from './logStreams.tsx'
import type { Room } from './room.ts'
import { sso } from './sso.tsx'
import { openVisit, requireVisit, type Visit } from './visit.ts'

/** What each kind of link is for. */
const rooms: Record<string, Room> = {
  sso,
  dsync: directories,
  domain_verification: domains,
  audit_logs: auditLogs,
  log_streams: logStreams,
  certificate_renewal: certificates,
  bring_your_own_key: encryptionKey,
}

/** The Admin Portal: what an administrator of an organization does, at the link of the product. */
export function servePortalPages(app: Hono<AppEnv>): void {
  app.use('/portal/room/*', csrf())
  app.get('/portal', (context) => {
    const visit = openVisit(context)
    return show(context, visit)
  })
  app.get('/portal/room/:file', (context) => {
    const visit = requireVisit(context)
    const file = roomOf(context, visit).room.files?.[context.req.param('file')]
    if (!file) throw noSuchPage
    return file(context, visit)
  })
  app.post('/portal/room/:deed', async (context) => {
    const visit = requireVisit(context)
    const { key, room } = roomOf(context, visit)
    const name = context.req.param('deed')
    if (!Object.hasOwn(room.deeds, name)) throw noSuchPage
    const form = readSubmission(await context.req.parseBody({ all: true }))
    try {
      await room.deeds[name]?.({ context, form, ...visit })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(context, visit, { problem: error.message })
    }
    return context.redirect(`/portal?token=${visit.link.id}&room=${key}`, 303)
  })
}

const noSuchPage = new PageError(404, {
  title: 'There is no such page',
  text: 'Go back to the application and ask for a new link.',
})

/** The room that a link is for; one without a purpose leads everywhere. */
function roomOf(context: Context<AppEnv>, { link }: Visit): { key: string; room: Room } {
  const key = link.intent ?? context.req.query('room') ?? 'sso'
  const room = Object.hasOwn(rooms, key) ? rooms[key] : undefined
  if (!room) throw noSuchPage
  return { key, room }
}

function show(context: Context<AppEnv>, visit: Visit, refused?: { problem: string }) {
  const { key, room } = roomOf(context, visit)
  const { organization, link } = visit
  return renderPage(context, {
    kind: 'portal',
    title: `${room.title} · ${organization.name}`,
    status: refused ? 422 : 200,
    body: (
      <PortalPage
        organization={organization}
        link={link}
        room={room}
        problem={refused?.problem}
        others={
          link.intent === null
            ? Object.entries(rooms).map(([to, { title }]) => ({ to, title, here: to === key }))
            : []
        }
      >
        <room.Content
          {...visit}
          action={(deed) => `/portal/room/${deed}?token=${link.id}&room=${key}`}
        />
      </PortalPage>
    ),
  })
}
