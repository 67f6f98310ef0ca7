import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const connection = z.object({
  object: z.literal('connection'),
  id: z.string(),
  organization_id: z.string().optional(),
  /** The kind of identity provider, e.g. `OktaSAML`; WorkOS knows more than fifty. */
  connection_type: z.string(),
  name: z.string(),
  state: openEnum(['draft', 'active', 'validating', 'inactive', 'deleting']),
  ...recorded,
})

const linkedConnection = connection.extend({
  external_key: z.string(),
  status: openEnum(['linked', 'unlinked']),
  domains: z.array(
    z.object({ object: z.literal('connection_domain'), id: z.string(), domain: z.string() }),
  ),
})

const connectionReference = z.object({ id: z.string(), organization_id: z.string().optional() })
const certificate = z.object({
  certificate_type: openEnum(['ResponseSigning', 'RequestSigning', 'ResponseEncryption']),
  expiry_date: timestamp,
})

/** Events about single sign-on connections and their certificates. */
export const connectionEvents = declareEvents({
  'connection.activated': linkedConnection,
  'connection.deactivated': linkedConnection,
  'connection.deleted': connection,
  'connection.saml_certificate_renewal_required': z.object({
    connection: connectionReference,
    certificate: certificate.extend({ is_expired: z.boolean() }),
    days_until_expiry: z.number(),
  }),
  'connection.saml_certificate_renewed': z.object({
    connection: connectionReference,
    certificate,
    renewed_at: timestamp,
  }),
})
