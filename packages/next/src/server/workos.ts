import { type AuthKit, createWorkOS, type WorkOS } from '@latchkey/core'
import { kitFrom, type RequestHeaders } from '../kit.ts'
import type { Instance } from './instance.ts'

const clients = new WeakMap<AuthKit, WorkOS>()
const noHeaders: RequestHeaders = new Headers()

/** The typed WorkOS API of an instance, one client for each. */
export function workos({ source }: Instance, headers: RequestHeaders = noHeaders): WorkOS {
  const kit = kitFrom(source, headers)
  const client = clients.get(kit) ?? createWorkOS(kit)
  clients.set(kit, client)
  return client
}
