import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { ApiError, invalidParametersError } from '../api/apiError.ts'
import { readBody } from '../api/readBody.ts'
import { listEmails } from '../authentication/inbox.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { listAccounts } from './accounts.ts'
import { MintError, mintSession, mintSessionSchema } from './mintSession.ts'
import { resetEnvironment } from './resetEnvironment.ts'

const clockSchema = z.union([
  z.strictObject({ advance: z.number() }),
  z.strictObject({ set: z.union([z.iso.datetime({ offset: true }), z.number()]) }),
  z.strictObject({ reset: z.literal(true) }),
])

/** The control API: what tests do to the emulator, over HTTP. */
export function serveControl(app: Hono<AppEnv>): void {
  // A page on another site must not be able to do what a test does.
  app.use('/_emulator/*', async (context, next) => {
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD'
    if (changes && context.req.header('sec-fetch-site') === 'cross-site') {
      throw new ApiError(403, { message: 'The control API does not answer other sites.' })
    }
    await next()
  })

  app.get('/_emulator/clock', (context) => context.json(readClock(context)))

  app.post('/_emulator/clock', async (context) => {
    const { clock } = context.var.environment
    const change = parse(clockSchema, await readBody(context))
    if ('advance' in change) clock.advance({ seconds: change.advance })
    else if ('set' in change) clock.set(change.set)
    else clock.reset()
    return context.json(readClock(context))
  })

  app.get('/_emulator/requests', (context) =>
    context.json({ data: context.var.environment.requests.list() }),
  )

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

  app.post('/_emulator/reset', (context) => {
    resetEnvironment(context.var.environment)
    return context.body(null, 204)
  })

  app.all('/_emulator/*', () => {
    throw new ApiError(404, {
      message:
        'The control API has clock, requests, inbox, accounts, sessions, reset and console below /_emulator.',
    })
  })
}

const readClock = ({ var: { environment } }: Context<AppEnv>) => ({
  now: isoTime(environment.clock.now()),
})

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidParametersError(
    result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  )
}
