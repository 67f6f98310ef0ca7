import { WorkOS as OfficialSdk } from '@workos-inc/node'
import type { Call } from './call.ts'

type Method = (...args: unknown[]) => unknown

/** Every method of the official SDK's resources, as `organizations.getOrganization`. */
export function sdkMethods(): string[] {
  return Object.entries(newSdk())
    .filter(([name]) => name !== 'client' && name !== 'options')
    .flatMap(([resource, value]) => methodsOf(value).map((method) => `${resource}.${method}`))
}

function methodsOf(resource: unknown): string[] {
  if (typeof resource !== 'object' || resource === null) return []
  const members = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(resource))
  return Object.entries(members)
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name)
}

/** The method of the SDK that a call uses. */
export function calledBy(theirs: Call['theirs']): string {
  const names: string[] = []
  const resource = (name: string) =>
    new Proxy({}, { get: (_, method) => async () => void names.push(`${name}.${String(method)}`) })
  const sdk: unknown = new Proxy({}, { get: (_, name) => resource(String(name)) })
  void theirs(sdk as OfficialSdk, sdk as OfficialSdk)
  const [name, another] = names
  if (name === undefined || another) throw new Error('exactly one method was expected')
  return name
}

/** The first request that a method makes when it is given anything; nothing if it makes none. */
export async function requestMadeBy(name: string): Promise<{ method?: string; path?: string }> {
  const requests: { method: string; path: string }[] = []
  const sdk = newSdk(async (input, init) => {
    requests.push({ method: init?.method ?? 'GET', path: new URL(String(input)).pathname })
    return Response.json({}, { status: 400 })
  })
  const [resource = '', method = ''] = name.split('.')
  const methods = Reflect.get(sdk, resource) as Record<string, Method>
  await Promise.resolve()
    .then(() => methods[method]?.(anything(), anything(), anything()))
    .catch(() => undefined)
  return requests[0] ?? {}
}

function newSdk(fetchFn?: typeof fetch): OfficialSdk {
  return new OfficialSdk('sk_test', { clientId: 'client_1', ...(fetchFn && { fetchFn }) })
}

/** Stands for any argument: has every field, can be called, and reads as the text `x`. */
function anything(): unknown {
  const text = () => 'x'
  return new Proxy(() => undefined, {
    get: (_, key) => {
      if (key === 'then') return undefined
      if (key === Symbol.iterator) return [][Symbol.iterator].bind([])
      const isText = [Symbol.toPrimitive, 'toString', 'toJSON', 'toISOString'].includes(key)
      return isText ? text : anything()
    },
    apply: () => anything(),
    ownKeys: () => [],
  })
}
