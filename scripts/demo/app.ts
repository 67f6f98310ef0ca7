import { createRequire } from 'node:module'
import { withTools } from '../support/environment.ts'
import type { Household } from '../support/household.ts'
import { inRoot } from '../support/paths.ts'
import { untilAnswers } from '../support/untilAnswers.ts'
import { cookiePassword } from './cookiePassword.ts'
import type { EmulatorAddress } from './emulator.ts'

const settingsFor = (emulator: EmulatorAddress) => ({
  WORKOS_API_KEY: emulator.apiKey,
  WORKOS_CLIENT_ID: emulator.clientId,
  WORKOS_API_HOSTNAME: 'localhost',
  WORKOS_API_PORT: new URL(emulator.url).port,
  WORKOS_API_HTTPS: 'false',
})

/** Where the demo answers, and where WorkOS sends people back to. */
export type AppAddress = { readonly url: string; readonly callback: string }

/**
 * Starts the built demo, for the emulator when one is given and as the environment says if not;
 * resolves with its address once it answers.
 */
export const startApp = async (
  household: Household,
  options: { readonly port: number; readonly emulator: EmulatorAddress | undefined },
): Promise<AppAddress> => {
  const { port, emulator } = options
  const own = withTools(process.env)
  const url = `http://localhost:${port}`
  const usual = `${url}/auth/callback`
  const callback = emulator ? usual : own.NEXT_PUBLIC_WORKOS_REDIRECT_URI || usual
  const password = own.WORKOS_COOKIE_PASSWORD || (await cookiePassword(inRoot('.env.local')))
  const next = createRequire(inRoot('apps', 'demo', 'package.json')).resolve('next/dist/bin/next')
  household.start({
    name: 'The demo',
    // The program that the demo's `start` script names, without shells in between to lose a signal.
    node: [next, 'start', '-H', '127.0.0.1'],
    cwd: inRoot('apps', 'demo'),
    environment: {
      ...own,
      NEXT_PUBLIC_WORKOS_REDIRECT_URI: callback,
      NODE_ENV: 'production',
      PORT: String(port),
      WORKOS_COOKIE_PASSWORD: password,
      ...(emulator === undefined ? {} : settingsFor(emulator)),
    },
  })
  await untilAnswers(url, household.signal)
  return { url, callback }
}
