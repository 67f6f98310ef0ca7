import type { Context, Hono } from 'hono'
import { ApiError } from '../api/apiError.ts'
import { readBody } from '../api/readBody.ts'
import type { AppEnv } from '../environment.ts'
import type { Environments } from '../environments/environments.ts'
import { parseSeed, SeedError } from '../seed/parseSeed.ts'
import type { ParsedSeed } from '../seed/seed.ts'

/** Environments for parallel tests, over HTTP. */
export function serveEnvironments(app: Hono<AppEnv>, environments: Environments): void {
  app.get('/_emulator/environments', (context) =>
    context.json({
      data: environments.all().map(({ clientId }) => ({
        clientId,
        main: clientId === environments.main.clientId,
      })),
    }),
  )
  app.post('/_emulator/environments', async (context) => {
    const { apiKey, clientId } = environments.create({ seed: await readSeed(context) })
    return context.json({ apiKey, clientId }, 201)
  })
  app.delete('/_emulator/environments/:clientId', async (context) => {
    const clientId = context.req.param('clientId')
    if (await environments.delete(clientId)) return context.body(null, 204)
    throw new ApiError(404, { message: `There is no environment ${clientId} to delete.` })
  })
}

async function readSeed(context: Context<AppEnv>): Promise<ParsedSeed | undefined> {
  const { seed } = await readBody(context)
  if (seed === undefined) return undefined
  try {
    return parseSeed(seed, { source: 'The seed' })
  } catch (error) {
    if (error instanceof SeedError) throw new ApiError(422, { message: error.message })
    throw error
  }
}
