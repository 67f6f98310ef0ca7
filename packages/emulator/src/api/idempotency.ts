import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { IdempotentResponseRecord } from '../store/resourceRecords.ts'

const lifetime = 24 * 60 * 60 * 1000

/**
 * A POST with an `Idempotency-Key` is done once within 24 hours: whoever sends it again, with the
 * same credential and to the same address, gets the first answer. What failed on our side, was too
 * much or was not allowed can be tried again.
 */
export function serveIdempotency(app: Hono<AppEnv>): void {
  const underWay = new Map<string, Promise<void>>()

  app.use(async (context, next) => {
    const id = idOf(context)
    if (id === undefined) return next()
    // Another environment's answer is another answer.
    const place = `${context.var.environment.clientId} ${id}`
    while (underWay.has(place)) await underWay.get(place)
    const kept = findKept(context, id)
    if (kept) return replay(kept)

    let done = () => {}
    underWay.set(
      place,
      new Promise((resolve) => {
        done = resolve
      }),
    )
    try {
      await next()
      await keep(context, id)
    } finally {
      underWay.delete(place)
      done()
    }
    return undefined
  })
}

function idOf({ req }: Context<AppEnv>): string | undefined {
  const key = req.header('idempotency-key')
  if (req.method !== 'POST' || !key || /^\/(_emulator|authkit)\//.test(req.path)) return undefined
  const parts = [key, req.path, req.header('authorization') ?? '']
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function findKept(context: Context<AppEnv>, id: string): IdempotentResponseRecord | undefined {
  const { store, clock } = context.var.environment
  const kept = store.idempotentResponses.get(id)
  if (!kept || kept.expires_at > clock.now()) return kept
  store.idempotentResponses.delete(id)
  return undefined
}

async function keep(context: Context<AppEnv>, id: string): Promise<void> {
  const { store, clock } = context.var.environment
  const { status } = context.res
  if (status >= 500 || status === 401 || status === 429) return
  const body = await context.res.clone().text()
  store.idempotentResponses.insert({
    id,
    status,
    body,
    content_type: context.res.headers.get('content-type'),
    expires_at: clock.now() + lifetime,
  })
}

const replay = ({ status, body, content_type }: IdempotentResponseRecord): Response =>
  new Response(status === 204 ? null : body, {
    status,
    headers: content_type === null ? {} : { 'Content-Type': content_type },
  })
