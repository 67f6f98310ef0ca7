import type { Hono } from 'hono'
import { ApiError } from '../api/apiError.ts'
import type { AppEnv } from '../environment.ts'

/** Signing keys over HTTP. */
export function serveKeys(app: Hono<AppEnv>): void {
  app.get('/_emulator/keys', (context) =>
    context.json({ data: context.var.environment.signingKeys.list().map((kid) => ({ kid })) }),
  )
  app.post('/_emulator/keys/rotate', async (context) => {
    const { kid } = await context.var.environment.signingKeys.rotate()
    return context.json({ kid }, 201)
  })
  app.delete('/_emulator/keys/:kid', (context) => {
    try {
      context.var.environment.signingKeys.drop(context.req.param('kid'))
    } catch (error) {
      if (error instanceof RangeError) throw new ApiError(422, { message: error.message })
      throw error
    }
    return context.body(null, 204)
  })
}
