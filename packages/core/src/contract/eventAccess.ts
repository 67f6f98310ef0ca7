import * as z from 'zod'
import { apiKeySchema } from './apiKey.ts'
import { declareEvents } from './eventDeclaration.ts'
import { permissionSchema } from './permission.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const role = z.object({
  object: z.literal('role'),
  slug: z.string(),
  resource_type_slug: z.string(),
  permissions: z.array(z.string()).optional(),
  ...recorded,
})

const organizationRole = z.object({
  object: z.literal('organization_role'),
  organization_id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  resource_type_slug: z.string(),
  permissions: z.array(z.string()),
  ...recorded,
})

const apiKey = apiKeySchema.extend({
  owner: z.object({
    type: openEnum(['organization', 'user']),
    id: z.string(),
    /** Only where a user owns the key. */
    organization_id: z.string().optional(),
  }),
})

/** Events about roles, permissions and API keys. */
export const accessEvents = declareEvents({
  'api_key.created': apiKey,
  'api_key.revoked': apiKey,
  'api_key.updated': apiKey.extend({
    previous_attributes: z.object({ expires_at: timestamp.nullable() }),
  }),
  'organization_role.created': organizationRole,
  'organization_role.deleted': organizationRole,
  'organization_role.updated': organizationRole,
  'permission.created': permissionSchema,
  'permission.deleted': permissionSchema,
  'permission.updated': permissionSchema,
  'role.created': role,
  'role.deleted': role,
  'role.updated': role,
})
