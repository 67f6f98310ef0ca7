import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { openEnum, recorded, wholeListOf } from './primitives.ts'

/** An organization's own settings of a provider. */
export const pipesConfigurationSchema = z.object({
  object: z.literal('data_integration_configuration'),
  id: z.string(),
  organization_id: z.string(),
  slug: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  scopes: z.array(z.string()).nullable(),
  config: z.record(z.string(), z.string()),
  credentials: z
    .object({
      credentials_type: openEnum(['shared', 'custom', 'organization']),
      has_credentials: z.boolean(),
      client_id: z.string().nullable(),
      client_secret_last_four: z.string().nullable(),
      redirect_uri: z.string(),
    })
    .optional(),
  ...recorded,
})
/** {@link pipesConfigurationSchema} as it travels. */
export type PipesConfigurationWire = z.infer<typeof pipesConfigurationSchema>

/** Organizations' own settings of providers. */
export const pipesConfigurations = {
  list: endpoint({
    method: 'GET',
    path: '/organizations/{organization_id}/data_integration_configurations',
    success: 200,
    result: wholeListOf(pipesConfigurationSchema),
  }),
  update: endpoint({
    method: 'PUT',
    path: '/organizations/{organization_id}/data_integration_configurations/{slug}',
    success: 200,
    body: z.object({
      enabled: z.boolean().optional(),
      scopes: z.array(z.string()).nullish(),
      client_id: z.string().min(1).optional(),
      client_secret: z.string().min(1).optional(),
      config: z.record(z.string(), z.string()).optional(),
    }),
    result: pipesConfigurationSchema,
  }),
}
