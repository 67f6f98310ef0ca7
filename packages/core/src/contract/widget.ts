import * as z from 'zod'
import { endpoint } from './endpoint.ts'

/** Tokens for WorkOS widgets; they live for an hour. @see https://workos.com/docs/reference/widgets */
export const widgets = {
  createToken: endpoint({
    method: 'POST',
    path: '/widgets/token',
    success: 201,
    body: z.object({
      organization_id: z.string().optional(),
      user_id: z.string().optional(),
      scopes: z
        .array(
          z.enum([
            'widgets:users-table:manage',
            'widgets:domain-verification:manage',
            'widgets:sso:manage',
            'widgets:api-keys:manage',
            'widgets:dsync:manage',
            'widgets:audit-log-streaming:manage',
            'widgets:pipes:manage',
          ]),
        )
        .optional(),
    }),
    result: z.object({ token: z.string() }),
  }),
}

/** Tokens for the Client API, which browsers call. */
export const clientApi = {
  createToken: endpoint({
    method: 'POST',
    path: '/client/token',
    success: 201,
    body: z.object({ organization_id: z.string(), user_id: z.string() }),
    result: z.object({ token: z.string() }),
  }),
}
