import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { pagination, timestamp } from './primitives.ts'

/** What is known about an encrypted object. */
export const vaultMetadataSchema = z.object({
  context: z.record(z.string(), z.string()),
  environment_id: z.string(),
  id: z.string(),
  key_id: z.string(),
  updated_at: timestamp,
  updated_by: z.object({ id: z.string(), name: z.string() }),
  version_id: z.string().nullish(),
})
/** {@link vaultMetadataSchema} as it travels. */
export type VaultMetadataWire = z.infer<typeof vaultMetadataSchema>

/** An encrypted object without its value. */
export const vaultObjectSchema = z.object({
  id: z.string(),
  metadata: vaultMetadataSchema,
  name: z.string(),
})
/** {@link vaultObjectSchema} as it travels. */
export type VaultObjectWire = z.infer<typeof vaultObjectSchema>

/** An encrypted object, decrypted. */
export const vaultValueSchema = vaultObjectSchema.extend({ value: z.string() })
/** {@link vaultValueSchema} as it travels. */
export type VaultValueWire = z.infer<typeof vaultValueSchema>

/** An encrypted object in a list. */
export const vaultSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  updated_at: timestamp.nullish(),
})
/** {@link vaultSummarySchema} as it travels. */
export type VaultSummaryWire = z.infer<typeof vaultSummarySchema>

/** One version of an encrypted object. */
export const vaultVersionSchema = z.object({
  created_at: timestamp,
  current_version: z.boolean(),
  etag: z.string(),
  id: z.string(),
  /** Bytes. */
  size: z.number().int(),
})
/** {@link vaultVersionSchema} as it travels. */
export type VaultVersionWire = z.infer<typeof vaultVersionSchema>

/** A key for encrypting locally, and itself encrypted. */
export const vaultDataKeySchema = z.object({
  context: z.record(z.string(), z.string()),
  data_key: z.string(),
  encrypted_keys: z.string(),
  id: z.string(),
})
/** {@link vaultDataKeySchema} as it travels. */
export type VaultDataKeyWire = z.infer<typeof vaultDataKeySchema>

/** Decides which key encrypts: at most ten pairs. */
const keyContext = z.record(z.string(), z.string().max(500))

/** Vault's own kind of page. */
function vaultListOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    list_metadata: z.object({ before: z.string().nullish(), after: z.string().nullish() }),
  })
}

/** Encrypted objects. @see https://workos.com/docs/reference/vault */
export const vault = {
  listObjects: endpoint({
    method: 'GET',
    path: '/vault/v1/kv',
    success: 200,
    query: z.object({
      ...pagination,
      order: z.enum(['asc', 'desc']).optional(),
      search: z.string().optional(),
      updatedAfter: timestamp.optional(),
    }),
    result: vaultListOf(vaultSummarySchema),
  }),
  createObject: endpoint({
    method: 'POST',
    path: '/vault/v1/kv',
    success: 201,
    body: z.object({
      key_context: keyContext,
      name: z.string().max(200),
      value: z.string(),
    }),
    result: vaultMetadataSchema,
  }),
  readObject: endpoint({
    method: 'GET',
    path: '/vault/v1/kv/{id}',
    success: 200,
    result: vaultValueSchema,
  }),
  readObjectByName: endpoint({
    method: 'GET',
    path: '/vault/v1/kv/name/{name}',
    success: 200,
    result: vaultValueSchema,
  }),
  updateObject: endpoint({
    method: 'PUT',
    path: '/vault/v1/kv/{id}',
    success: 201,
    body: z.object({ value: z.string(), version_check: z.string().nullish() }),
    result: vaultObjectSchema,
  }),
  deleteObject: endpoint({
    method: 'DELETE',
    path: '/vault/v1/kv/{id}',
    success: 200,
    query: z.object({ version_check: z.string().optional() }),
    result: z.object({ name: z.string(), success: z.boolean() }),
  }),
  describeObject: endpoint({
    method: 'GET',
    path: '/vault/v1/kv/{id}/metadata',
    success: 200,
    result: vaultObjectSchema,
  }),
  listObjectVersions: endpoint({
    method: 'GET',
    path: '/vault/v1/kv/{id}/versions',
    success: 200,
    result: vaultListOf(vaultVersionSchema),
  }),
  createDataKey: endpoint({
    method: 'POST',
    path: '/vault/v1/keys/data-key',
    success: 200,
    body: z.object({ context: keyContext }),
    result: vaultDataKeySchema,
  }),
  decryptDataKey: endpoint({
    method: 'POST',
    path: '/vault/v1/keys/decrypt',
    success: 200,
    body: z.object({ keys: z.string() }),
    result: z.object({ data_key: z.string(), id: z.string() }),
  }),
  rekey: endpoint({
    method: 'POST',
    path: '/vault/v1/keys/rekey',
    success: 200,
    body: z.object({
      context: keyContext,
      encrypted_keys: z.string(),
    }),
    result: vaultDataKeySchema,
  }),
}
