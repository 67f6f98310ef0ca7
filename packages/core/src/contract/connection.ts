import * as z from 'zod'
import { connectionTypeFilters, connectionTypes } from './connectionTypes.ts'
import { endpoint } from './endpoint.ts'
import { listOf, nothing, openEnum, pagination, recorded } from './primitives.ts'

/** A tie between an organization and its identity provider. */
export const connectionSchema = z.object({
  object: z.literal('connection'),
  id: z.string(),
  organization_id: z.string().optional(),
  connection_type: openEnum(connectionTypes),
  name: z.string(),
  state: openEnum(['requires_type', 'draft', 'active', 'validating', 'inactive', 'deleting']),
  /** @deprecated by WorkOS. */
  status: openEnum(['linked', 'unlinked']),
  domains: z.array(
    z.object({ id: z.string(), object: z.literal('connection_domain'), domain: z.string() }),
  ),
  ...recorded,
})
/** {@link connectionSchema} as it travels. */
export type ConnectionWire = z.infer<typeof connectionSchema>

/** SSO connections. @see https://workos.com/docs/reference/sso/connection */
export const connections = {
  list: endpoint({
    method: 'GET',
    path: '/connections',
    success: 200,
    query: z.object({
      ...pagination,
      connection_type: z.enum(connectionTypeFilters).optional(),
      domain: z.string().optional(),
      organization_id: z.string().optional(),
      search: z.string().optional(),
    }),
    result: listOf(connectionSchema),
  }),
  get: endpoint({
    method: 'GET',
    path: '/connections/{id}',
    success: 200,
    result: connectionSchema,
  }),
  delete: endpoint({ method: 'DELETE', path: '/connections/{id}', success: 204, result: nothing }),
}
