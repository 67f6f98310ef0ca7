import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { groupSchema } from './group.ts'
import { organizationSchema } from './organization.ts'
import { organizationDomainSchema } from './organizationDomain.ts'
import { openEnum, recorded } from './primitives.ts'

const groupMember = z.object({ group_id: z.string(), organization_membership_id: z.string() })

const connectedAccount = z.object({
  object: z.literal('connected_account'),
  id: z.string(),
  data_integration_id: z.string(),
  provider_slug: z.string(),
  user_id: z.string().nullable(),
  organization_id: z.string().nullable(),
  scopes: z.array(z.string()),
  state: openEnum(['connected', 'needs_reauthorization']),
  ...recorded,
})

const connectionFailed = z.object({
  object: z.literal('connection_failed'),
  data_integration_id: z.string(),
  provider_slug: z.string(),
  user_id: z.string().nullable(),
  organization_id: z.string().nullable(),
  error_code: z.string(),
  error_reason: z.string().nullable(),
  provider_error: z.string().nullable(),
  provider_error_description: z.string().nullable(),
  created_at: recorded.created_at,
})

/** Events about organizations, their domains, their groups and their connected accounts. */
export const organizationEvents = declareEvents({
  'group.created': groupSchema,
  'group.deleted': groupSchema,
  'group.member_added': groupMember,
  'group.member_removed': groupMember,
  'group.updated': groupSchema,
  'organization.created': organizationSchema,
  'organization.deleted': organizationSchema,
  'organization.updated': organizationSchema,
  'organization_domain.created': organizationDomainSchema,
  'organization_domain.deleted': organizationDomainSchema,
  'organization_domain.updated': organizationDomainSchema,
  'organization_domain.verification_failed': z.object({
    reason: openEnum([
      'domain_verification_period_expired',
      'domain_verified_by_other_organization',
    ]),
    organization_domain: organizationDomainSchema,
  }),
  'organization_domain.verified': organizationDomainSchema,
  'pipes.connected_account.connected': connectedAccount,
  'pipes.connected_account.connection_failed': connectionFailed,
  'pipes.connected_account.disconnected': connectedAccount,
  'pipes.connected_account.reauthorization_needed': connectedAccount,
})
