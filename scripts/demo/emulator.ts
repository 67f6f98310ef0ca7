import type { Account } from '@latchkey/emulator'
import { emulatorCli } from '../support/emulatorCli.ts'
import { withTools } from '../support/environment.ts'
import type { Household } from '../support/household.ts'

/** What the emulator says about itself once it answers. */
export type EmulatorAddress = {
  readonly url: string
  readonly apiKey: string
  readonly clientId: string
}

/** Starts the emulator and resolves with its address once it answers. */
export const startEmulator = (household: Household, port: number): Promise<EmulatorAddress> =>
  new Promise((resolve, reject) => {
    household.signal.addEventListener('abort', () => reject(household.signal.reason))
    household.start({
      name: 'The emulator',
      node: [emulatorCli, '--port', String(port), '--json'],
      environment: withTools(process.env),
      onFirstLine: (line) => resolve(JSON.parse(line) as EmulatorAddress),
    })
  })

/** The people that the emulator was seeded with. */
export const accountsOf = async ({ url }: EmulatorAddress): Promise<readonly Account[]> => {
  const response = await fetch(new URL('/_emulator/accounts', url))
  if (!response.ok) throw new Error(`The emulator answers ${response.status} for its accounts.`)
  const { data } = (await response.json()) as { readonly data: readonly Account[] }
  return data
}
