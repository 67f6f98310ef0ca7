import { jwtTemplate } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { JwtTemplateError, parseJwtTemplate } from '../tokens/jwtTemplate.ts'
import { ApiError, invalidParametersError } from './apiError.ts'
import { serve } from './serve.ts'

/** The environment's JWT template: read and write. */
export function serveJwtTemplate(app: Hono<AppEnv>): void {
  serve(app, jwtTemplate.get, ({ environment: { store, clientId } }) => {
    const template = store.jwtTemplates.get(clientId)
    if (!template) throw new ApiError(404, { message: 'There is no JWT template.' })
    return present(template)
  })

  serve(app, jwtTemplate.update, ({ environment: { store, clientId, clock }, body }) => {
    const { content } = body
    requireUsable(content)
    if (store.jwtTemplates.get(clientId)) {
      const updated_at = isoTime(clock.now())
      return present(store.jwtTemplates.update(clientId, { content, updated_at }))
    }
    return present(
      store.jwtTemplates.insert({
        object: 'jwt_template',
        id: clientId,
        content,
        ...recordedNow(clock),
      }),
    )
  })
}

const present = <Template extends { id: string }>({ id, ...template }: Template) => template

function requireUsable(content: string): void {
  try {
    parseJwtTemplate(content)
  } catch (error) {
    if (!(error instanceof JwtTemplateError)) throw error
    throw invalidParametersError([{ field: 'content', message: error.message }])
  }
}
