import type { Hono } from 'hono'
import { ApiError } from '../api/apiError.ts'
import type { AppEnv } from '../environment.ts'
import { resetEnvironment } from './resetEnvironment.ts'

/** Snapshots and the reset over HTTP. */
export function serveSnapshots(app: Hono<AppEnv>): void {
  app.get('/_emulator/snapshots', (context) =>
    context.json({ data: context.var.environment.snapshots.list() }),
  )
  app.post('/_emulator/snapshots', (context) =>
    context.json(context.var.environment.snapshots.take(), 201),
  )
  app.post('/_emulator/snapshots/:id/restore', (context) => {
    try {
      context.var.environment.snapshots.restore(context.req.param('id'))
    } catch (error) {
      if (error instanceof RangeError) throw new ApiError(404, { message: error.message })
      throw error
    }
    return context.body(null, 204)
  })
  app.delete('/_emulator/snapshots/:id', (context) => {
    const id = context.req.param('id')
    if (context.var.environment.snapshots.delete(id)) return context.body(null, 204)
    throw new ApiError(404, { message: `There is no snapshot ${id}.` })
  })
  app.post('/_emulator/reset', (context) => {
    resetEnvironment(context.var.environment)
    return context.body(null, 204)
  })
}
