import { createWorkOS, type WorkOS } from '@latchkey/core'
import { defaultKit } from '../kit.ts'

/**
 * The typed WorkOS API of the environment's instance. Server only: it carries the API key.
 *
 * @example
 * ```ts
 * import { requireAuth, workos } from '@latchkey/next'
 *
 * export async function organizationName() {
 *   const { claims } = await requireAuth()
 *   if (claims.organizationId === undefined) return undefined
 *   const organization = await workos().organizations.get({ id: claims.organizationId })
 *   return organization.name
 * }
 * ```
 */
export function workos(): WorkOS {
  client ??= createWorkOS(defaultKit())
  return client
}

let client: WorkOS | undefined
