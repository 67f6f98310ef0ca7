import * as z from 'zod'
import { directoryGroupSchema } from './directoryGroup.ts'
import { directoryUserSchema } from './directoryUser.ts'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const attributes = z.record(z.string(), z.unknown())

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

const directoryUser = directoryUserSchema.omit({ groups: true })

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
  group: directoryGroupSchema,
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
  'dsync.group.created': directoryGroupSchema,
  'dsync.group.deleted': directoryGroupSchema,
  'dsync.group.updated': directoryGroupSchema.extend(changed),
  'dsync.group.user_added': groupMember,
  'dsync.group.user_removed': groupMember,
  'dsync.token.created': directoryToken,
  'dsync.token.revoked': directoryToken,
  'dsync.user.created': directoryUser,
  'dsync.user.deleted': directoryUser,
  'dsync.user.updated': directoryUser.extend(changed),
})
