import type { Hono } from 'hono'
import { z } from 'zod'
import { ApiError } from '../api/apiError.ts'
import { readBody } from '../api/readBody.ts'
import { listEmails } from '../authentication/inbox.ts'
import type { AppEnv } from '../environment.ts'
import type { Environments } from '../environments/environments.ts'
import { listAccounts } from './accounts.ts'
import { serveClock } from './clock.ts'
import { serveEnvironments } from './environmentRoutes.ts'
import { serveFaults } from './faultRoutes.ts'
import { serveKeys } from './keyRoutes.ts'
import { MintError, mintSession, mintSessionSchema } from './mintSession.ts'
import { parse } from './parse.ts'
import { serveSuspicions } from './radarRoutes.ts'
import { serveSnapshots } from './snapshotRoutes.ts'
import { serveWebhooks } from './webhookRoutes.ts'

const requestFilterSchema = z.strictObject({
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.coerce.number().int().optional(),
  grantType: z.string().optional(),
})

/**
 * The control API: what tests do to the emulator, over HTTP. An `Authorization` header with an
 * environment's API key says which environment is meant; it is the main one without.
 */
export function serveControl(app: Hono<AppEnv>, environments: Environments): void {
  // A page on another site must not be able to do what a test does.
  app.use('/_emulator/*', async (context, next) => {
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD'
    if (changes && context.req.header('sec-fetch-site') === 'cross-site') {
      throw new ApiError(403, { message: 'The control API does not answer other sites.' })
    }
    await next()
  })

  serveClock(app)
  serveFaults(app)
  serveSnapshots(app)
  serveKeys(app)
  serveSuspicions(app)
  serveWebhooks(app)
  serveEnvironments(app, environments)

  app.get('/_emulator/requests', (context) => {
    const filter = parse(requestFilterSchema, context.req.query())
    return context.json({ data: context.var.environment.requests.list(filter) })
  })

  app.get('/_emulator/inbox', (context) => {
    const address = context.req.query('to')?.toLowerCase()
    const emails = listEmails(context.var.environment)
    return context.json({
      data: emails.filter(({ to }) => address === undefined || to.toLowerCase() === address),
    })
  })

  app.get('/_emulator/accounts', (context) =>
    context.json({ data: listAccounts(context.var.environment) }),
  )

  app.post('/_emulator/sessions', async (context) => {
    const wish = parse(mintSessionSchema, await readBody(context))
    try {
      return context.json(await mintSession(context.var.environment, wish), 201)
    } catch (error) {
      if (error instanceof MintError) throw new ApiError(422, { message: error.message })
      throw error
    }
  })

  app.all('/_emulator/*', () => {
    throw new ApiError(404, {
      message:
        'The control API has clock, faults, requests, inbox, accounts, sessions, events, deliveries, keys, radar, snapshots, reset, environments and console below /_emulator.',
    })
  })
}
