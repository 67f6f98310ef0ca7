import { jwks } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { ApiError } from './apiError.ts'
import { serve } from './serve.ts'

/** The keys that access tokens are checked with. */
export function serveJwks(app: Hono<AppEnv>): void {
  serve(app, jwks.get, ({ environment, params }) => {
    if (params.client_id !== environment.clientId) {
      throw new ApiError(404, { message: `Client not found: '${params.client_id}'.` })
    }
    return environment.signingKeys.jwks()
  })
}
