import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const attributes = z.record(z.string(), z.unknown())
const slug = z.object({ slug: z.string() })

const directory = z.object({
  object: z.literal('directory'),
  id: z.string(),
  organization_id: z.string().optional(),
  /** The kind of directory, e.g. `okta scim v2.0`. */
  type: z.string(),
  state: openEnum(['active', 'validating', 'invalid_credentials', 'inactive', 'deleting']),
  name: z.string(),
  ...recorded,
})

const directoryGroup = z.object({
  object: z.literal('directory_group'),
  id: z.string(),
  idp_id: z.string(),
  directory_id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  raw_attributes: attributes.optional(),
  ...recorded,
})

const directoryUser = z.object({
  object: z.literal('directory_user'),
  id: z.string(),
  directory_id: z.string(),
  organization_id: z.string(),
  idp_id: z.string(),
  email: z.string().nullable(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  name: z.string().nullish(),
  emails: z
    .array(
      z.object({
        primary: z.boolean().optional(),
        type: z.string().optional(),
        value: z.string().nullish(),
      }),
    )
    .optional(),
  job_title: z.string().nullish(),
  username: z.string().nullish(),
  state: openEnum(['active', 'suspended', 'inactive']),
  raw_attributes: attributes,
  custom_attributes: attributes,
  role: slug.optional(),
  roles: z.array(slug).optional(),
  ...recorded,
})

const directoryToken = z.object({
  object: z.literal('directory_token'),
  id: z.string(),
  directory_id: z.string(),
  organization_id: z.string().optional(),
  token_suffix: z.string(),
  created_at: timestamp,
})

const groupMember = z.object({
  directory_id: z.string(),
  user: directoryUser,
  group: directoryGroup,
})
const changed = { previous_attributes: attributes.optional() }

/** Events of directory sync. */
export const directoryEvents = declareEvents({
  'dsync.activated': directory.extend({
    external_key: z.string(),
    domains: z.array(
      z.object({ object: z.literal('organization_domain'), id: z.string(), domain: z.string() }),
    ),
  }),
  'dsync.deleted': directory,
  'dsync.group.created': directoryGroup,
  'dsync.group.deleted': directoryGroup,
  'dsync.group.updated': directoryGroup.extend(changed),
  'dsync.group.user_added': groupMember,
  'dsync.group.user_removed': groupMember,
  'dsync.token.created': directoryToken,
  'dsync.token.revoked': directoryToken,
  'dsync.user.created': directoryUser,
  'dsync.user.deleted': directoryUser,
  'dsync.user.updated': directoryUser.extend(changed),
})
