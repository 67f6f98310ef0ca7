import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { recorded } from './primitives.ts'

/** The template of what access tokens claim. */
export const jwtTemplateSchema = z.object({
  object: z.literal('jwt_template'),
  content: z.string(),
  ...recorded,
})
/** {@link jwtTemplateSchema} as it travels. */
export type JwtTemplateWire = z.infer<typeof jwtTemplateSchema>

/** The JWT template of the environment. */
export const jwtTemplate = {
  get: endpoint({
    method: 'GET',
    path: '/user_management/jwt_template',
    success: 200,
    result: jwtTemplateSchema,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/user_management/jwt_template',
    success: 200,
    body: z.object({ content: z.string() }),
    result: jwtTemplateSchema,
  }),
}
