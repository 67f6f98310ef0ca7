import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum } from './primitives.ts'

const actor = z.object({
  actor_id: z.string(),
  actor_source: openEnum(['api', 'dashboard']),
  actor_name: z.string(),
})
const named = actor.extend({ kv_name: z.string() })
const keyed = actor.extend({ key_id: z.string() })
const written = named.extend({
  key_id: z.string(),
  key_context: z.record(z.string(), z.string()),
})
const keyEncryptionKey = keyed.extend({ key_name: z.string() })
const customerKey = z.object({
  organization_id: z.string(),
  key_provider: openEnum(['AWS_KMS', 'GCP_KMS', 'AZURE_KEY_VAULT']),
})

/** Events of the vault. None of them carries a secret. */
export const vaultEvents = declareEvents({
  'vault.byok_key.deleted': customerKey,
  'vault.byok_key.verification_completed': customerKey.extend({ verified: z.boolean() }),
  'vault.data.created': written,
  'vault.data.deleted': named,
  'vault.data.read': named.extend({ key_id: z.string() }),
  'vault.data.updated': written,
  'vault.dek.decrypted': keyed,
  'vault.dek.read': actor.extend({
    key_ids: z.array(z.string()),
    key_context: z.record(z.string(), z.string()),
  }),
  'vault.kek.created': keyEncryptionKey,
  'vault.kek.deleted': keyEncryptionKey,
  'vault.metadata.read': named,
  'vault.names.listed': actor,
})
