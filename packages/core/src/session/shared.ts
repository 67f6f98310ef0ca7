import type { JWTVerifyGetKey } from 'jose'
import type { Context } from '../context.ts'
import type { RefreshResult } from './exchange.ts'
import { createFlights, type Flights } from './flights.ts'
import { createKeys } from './keys.ts'
import { createSessionMemory, type SessionMemory } from './memory.ts'
import { staysForLateComers } from './refresh.ts'
import { createRevocations, type Revocations } from './revocations.ts'

/** What requests of one process share: keys, verified sessions, refreshes, and revocations. */
export interface Shared {
  readonly keys: JWTVerifyGetKey
  readonly memory: SessionMemory
  readonly flights: Flights<RefreshResult>
  readonly revocations: Revocations
}

/** What instances may differ in and share the rest: it is applied to what was shared. */
const OF_ONE_INSTANCE: ReadonlySet<string> = new Set([
  'claims',
  'revocations',
  'coordinator',
  'onEvent',
])

/** Configurations that are shared at once; one may be made of a `Host`, which is a client's to name. */
const CAPACITY = 100

const REGISTRY = Symbol.for('latchkey.shared.v3')

/**
 * Next bundles proxy, pages and route handlers apart, so that a module of ours exists several times
 * in one process; the global registry makes them share all the same. Instances share only when
 * their whole configuration is equal, and never when they bring a network, a clock or the like of their own.
 */
export function sharedBy(context: Context, effects: object): Shared {
  const own = Object.keys(effects).filter((name) => !OF_ONE_INSTANCE.has(name))
  if (own.length > 0) return createShared(context)
  const scope = globalThis as { [REGISTRY]?: Map<string, Shared> }
  scope[REGISTRY] ??= new Map()
  const registry = scope[REGISTRY]
  const key = JSON.stringify(context.config)
  const shared = registry.get(key) ?? createShared(context)
  // What is used goes to the end; the first, unused for longest, makes room.
  registry.delete(key)
  registry.set(key, shared)
  const [unused] = registry.keys()
  if (registry.size > CAPACITY && unused !== undefined) registry.delete(unused)
  return shared
}

function createShared(context: Context): Shared {
  return {
    keys: createKeys(context),
    memory: createSessionMemory(),
    flights: createFlights({ now: context.now, keeps: staysForLateComers }),
    revocations: createRevocations({ now: context.now }),
  }
}
