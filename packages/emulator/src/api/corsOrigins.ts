import { corsOrigins } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { recordedNow } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { newId } from '../store/id.ts'
import { paginate } from '../store/paginate.ts'
import { ApiError, plainError } from './apiError.ts'
import { serve } from './serve.ts'

/** CORS origins of the environment: list and add. */
export function serveCorsOrigins(app: Hono<AppEnv>): void {
  serve(app, corsOrigins.list, ({ environment, query }) =>
    paginate(environment.store.corsOrigins.all(), query),
  )

  serve(app, corsOrigins.create, ({ environment, body }) => {
    const { store, clock } = environment
    const { origin } = body
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new ApiError(422, {
        message: 'Validation failed.',
        errors: [{ property: 'origin', constraints: { isOrigin: 'origin must be an origin' } }],
      })
    }
    if (store.corsOrigins.find((each) => each.origin === origin)) {
      throw plainError(409, 'duplicate_cors_origin', 'CORS origin already exists.')
    }
    return store.corsOrigins.insert({
      object: 'cors_origin',
      id: newId('corsOrigin', clock.now()),
      origin,
      ...recordedNow(clock),
    })
  })
}
