import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../../environment.ts'
import { renderPage } from '../../ui/document.tsx'
import { type Attempt, Attempted } from './attempt.ts'
import { Base, requestBase } from './base.ts'
import { takeNotice } from './flash.ts'
import { Layout } from './layout.tsx'
import type { Room } from './rooms.ts'

/** Answers with a page of the console. */
export function showPage(
  context: Context<AppEnv>,
  page: {
    room: Room
    /** The room's name unless given. */
    title?: string
    summary: Child
    /** The way back to the list that the page is about one of. */
    parent?: { to: string; name: string }
    action?: Child
    attempt: Attempt | undefined
    body: Child
  },
): Response | Promise<Response> {
  const { room, title = room, attempt } = page
  return renderPage(context, {
    kind: 'console',
    title: `${title} · Latchkey emulator`,
    status: attempt ? 422 : 200,
    body: (
      <Base.Provider value={requestBase(context)}>
        <Attempted.Provider value={attempt ?? null}>
          <Layout
            environment={context.var.environment}
            address={context.req.url.slice(new URL(context.req.url).origin.length)}
            room={room}
            title={title}
            summary={page.summary}
            parent={page.parent}
            action={page.action}
            notice={attempt ? undefined : takeNotice(context)}
          >
            {page.body}
          </Layout>
        </Attempted.Provider>
      </Base.Provider>
    ),
  })
}
