import { WorkOS } from '@workos-inc/node'
import type { Emulator, EmulatorOptions } from '../../src/index.ts'
import { checkedFetch } from './openApi/checkedFetch.ts'
import { start } from './start.ts'

/** Ids of the default seed. */
export const northwind = 'org_01JNORTHWIND0000000000000A'
export const halcyon = 'org_01JHALCYON000000000000000B'
export const bank = 'org_01JMERIDIANBANK000000000E'
export const ada = 'user_01JADA00000000000000000000'

/** An emulator that listens, and the official SDK as its client. */
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
  return { emulator, workos }
}

/** What the emulator tells of, by name. */
export const told = (emulator: Emulator): string[] =>
  emulator.events.list().map(({ event }) => event)
