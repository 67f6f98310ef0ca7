import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serveInbox } from './inbox.tsx'

/** The pages that show the emulator's inside to a person. */
export function serveConsole(app: Hono<AppEnv>): void {
  app.get('/_emulator/console', (context) => context.redirect('/_emulator/console/inbox', 302))
  serveInbox(app)
}
