import { fileURLToPath } from 'node:url'
import { createEmulator, type Emulator } from '@latchkey/emulator'
import { test as base } from '@playwright/test'
import { type App, startApp } from './app.ts'

/** The demo and a WorkOS of its own, one a worker, so that workers never meet. */
export interface World {
  readonly app: App
  readonly emulator: Emulator
  readonly cookiePassword: string
  /** Moves the clocks of WorkOS and of the application together. */
  travel(by: { seconds: number }): Promise<void>
}

const demo = fileURLToPath(new URL('../../apps/demo', import.meta.url))
const cookiePassword = 'a cookie password for end-to-end tests only'

/** The environment that points an application at an emulator. */
export function environmentFor(emulator: Emulator, appUrl: string): Record<string, string> {
  const { hostname, port } = new URL(emulator.url)
  return {
    WORKOS_API_KEY: emulator.apiKey,
    WORKOS_CLIENT_ID: emulator.clientId,
    WORKOS_COOKIE_PASSWORD: cookiePassword,
    WORKOS_API_HOSTNAME: hostname,
    WORKOS_API_PORT: port,
    WORKOS_API_HTTPS: 'false',
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: `${appUrl}/auth/callback`,
  }
}

export const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use) => {
      const emulator = await createEmulator({ strictRefresh: true })
      await emulator.listen({ port: 0 })
      const app = await startApp({
        directory: demo,
        env: (url) => environmentFor(emulator, url),
      })
      let offset = 0
      await use({
        app,
        emulator,
        cookiePassword,
        async travel({ seconds }) {
          offset += seconds * 1000
          emulator.clock.advance({ seconds })
          await app.setClock(offset)
        },
      })
      await app.stop()
      await emulator.close()
      refuseSecrets(app.output())
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

export { expect } from '@playwright/test'

/** Whatever the tests did, nothing that opens a door may stand in the application's log. */
function refuseSecrets(log: string): void {
  const secrets = [
    /eyJ[\w-]{10,}/,
    /Fe26\.2/,
    /sk_test_/,
    /code=[\w-]{8,}/,
    new RegExp(cookiePassword),
  ]
  const found = secrets.find((secret) => secret.test(log))
  if (found) throw new Error(`the application's log matches ${found}`)
}
