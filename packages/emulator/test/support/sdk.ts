import { WorkOS } from '@workos-inc/node'
import { vi } from 'vitest'
import type { Emulator, EmulatorOptions } from '../../src/index.ts'
import { checkedFetch } from './openApi/checkedFetch.ts'
import { start } from './start.ts'

// Every test of the walk starts a server.
vi.setConfig({ testTimeout: 30_000 })

/** Ids of the default seed. */
export const northwind = 'org_01JNORTHWIND0000000000000A'
export const halcyon = 'org_01JHALCYON000000000000000B'
export const bank = 'org_01JMERIDIANBANK000000000E'
export const ada = 'user_01JADA00000000000000000000'

const called = new Set<string>()

/** An emulator that listens, and the official SDK as its client; its answers are checked too. */
export async function startWithSdk(
  options: EmulatorOptions = {},
): Promise<{ emulator: Emulator; workos: WorkOS }> {
  const emulator = await start(options)
  const { url } = await emulator.listen()
  const { hostname, port } = new URL(url)
  const checked = checkedFetch((request) => fetch(request))
  const workos = new WorkOS(emulator.apiKey, {
    clientId: emulator.clientId,
    apiHostname: hostname,
    port: Number(port),
    https: false,
    fetchFn: (input, init) => checked(new Request(input, init)),
  })
  return { emulator, workos: noting(workos) }
}

/** What the emulator tells of, by name. */
export const told = (emulator: Emulator): string[] =>
  emulator.events.list().map(({ event }) => event)

/** The SDK's methods that tests of this file have called so far, as `organizations.getOrganization`. */
export const calledMethods = (): ReadonlySet<string> => called

/** Every method of the SDK's resources. */
export function sdkMethods(): string[] {
  return Object.entries(new WorkOS('sk_test', { clientId: 'client_1' })).flatMap(
    ([resource, value]) =>
      isResource(resource, value) ? methodsOf(value).map((method) => `${resource}.${method}`) : [],
  )
}

/** The SDK, taking down which of its methods are called from outside. */
function noting(workos: WorkOS): WorkOS {
  return new Proxy(workos, {
    get: (sdk, name) => {
      const resource: unknown = Reflect.get(sdk, name)
      if (!isResource(String(name), resource)) return resource
      return new Proxy(resource, {
        get: (target, method) => {
          const value: unknown = Reflect.get(target, method)
          if (typeof value !== 'function') return value
          return (...args: unknown[]) => {
            called.add(`${String(name)}.${String(method)}`)
            return value.apply(target, args)
          }
        },
      })
    },
  })
}

const isResource = (name: string, value: unknown): value is object =>
  typeof value === 'object' && value !== null && name !== 'client' && name !== 'options'

function methodsOf(resource: object): string[] {
  const members = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(resource))
  return Object.entries(members)
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name)
}
