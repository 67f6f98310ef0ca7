import { fileURLToPath } from 'node:url'
import { createEmulator, defaultSeed, type Emulator, type Seed } from '@latchkey/emulator'
import { test as base } from '@playwright/test'
import { type App, startApp } from './app.ts'
import { refuseSecrets } from './refuseSecrets.ts'

/** An application and a WorkOS of its own, one a worker, so that workers never meet. */
export interface World {
  readonly app: App
  readonly emulator: Emulator
  readonly cookiePassword: string
  /** Whom WorkOS knew at first. */
  readonly seed: Seed
  /** Moves the clocks of WorkOS and of the application together. */
  travel(by: { seconds: number }): Promise<void>
}

const cookiePassword = 'a cookie password for end-to-end tests only'

/** A built application. */
export interface Application {
  readonly directory: URL
  /** What it is told beside where WorkOS is. */
  readonly env?: Record<string, string>
  /** Path of its callback; `/auth/callback` where left out. */
  readonly callbackPath?: string
}

/** Starts a built application and the WorkOS it talks to. */
export async function openWorld({
  seed = defaultSeed,
  ...application
}: Application & { seed?: Seed }): Promise<OpenWorld> {
  const emulator = await createEmulator({ strictRefresh: true, seed })
  await emulator.listen({ port: 0 })
  const app = await startAppFor(emulator, application)
  let offset = 0
  return {
    app,
    emulator,
    cookiePassword,
    seed,
    async travel({ seconds }) {
      offset += seconds * 1000
      emulator.clock.advance({ seconds })
      await app.setClock(offset)
    },
    async close() {
      await app.stop()
      await emulator.close()
      refuseSecrets(app.output(), { cookiePassword, seed })
    },
  }
}

/** Starts a built application that talks to a WorkOS, with what else it is told. */
export function startAppFor(
  emulator: Emulator,
  { directory, env = {}, callbackPath = '/auth/callback' }: Application,
): Promise<App> {
  return startApp({
    directory: fileURLToPath(directory),
    env: (url) => ({ ...environmentFor(emulator, url + callbackPath), ...env }),
  })
}

/** A world that somebody has to close. */
export interface OpenWorld extends World {
  /** Ends everything, and fails if the application, which logs all it decides, told a secret. */
  close(): Promise<void>
}

/** How often the token endpoint was asked to refresh. */
export function refreshes({ emulator }: World): number {
  return emulator.requests().filter(({ grantType }) => grantType === 'refresh_token').length
}

/** Ends every session at WorkOS, behind the application's back. */
export async function endSessions({ emulator }: World): Promise<void> {
  const headers = {
    authorization: `Bearer ${emulator.apiKey}`,
    'content-type': 'application/json',
  }
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(emulator.url + path, { ...init, headers })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    const text = await response.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  const users = await call('/user_management/users?limit=100')
  for (const { id } of users.data) {
    const sessions = await call(`/user_management/users/${id}/sessions?limit=100`)
    for (const session of sessions.data) {
      if (session.status !== 'active') continue
      const body = JSON.stringify({ session_id: session.id })
      await call('/user_management/sessions/revoke', { method: 'POST', body })
    }
  }
}

function environmentFor(emulator: Emulator, redirectUri: string): Record<string, string> {
  const { hostname, port } = new URL(emulator.url)
  return {
    WORKOS_API_KEY: emulator.apiKey,
    WORKOS_CLIENT_ID: emulator.clientId,
    WORKOS_COOKIE_PASSWORD: cookiePassword,
    WORKOS_API_HOSTNAME: hostname,
    WORKOS_API_PORT: port,
    WORKOS_API_HTTPS: 'false',
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: redirectUri,
    WORKOS_DEBUG: 'true',
  }
}

type WorldName =
  | 'world'
  | 'bareWorld'
  | 'basedWorld'
  | 'cachedWorld'
  | 'edgeWorld'
  | 'guardedWorld'
  | 'matrixWorld'
  | 'next15World'

/** Opens a world once a worker, for whichever test asks for it. */
function inWorker(
  directory: URL,
  options: Omit<Parameters<typeof openWorld>[0], 'directory'> = {},
) {
  return [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use: (world: World) => Promise<void>) => {
      const world = await openWorld({ directory, ...options })
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ] as const
}

export const test = base.extend<object, Record<WorldName, World>>({
  /** The demo. */
  world: [...inWorker(new URL('../../apps/demo', import.meta.url))],
  /** The application without a proxy. */
  bareWorld: [...inWorker(new URL('../apps/bare', import.meta.url))],
  /** The application under a `basePath`, with a locale in its paths and its callback apart. */
  basedWorld: [
    ...inWorker(new URL('../apps/based', import.meta.url), {
      callbackPath: '/shop/callback',
      seed: {
        ...defaultSeed,
        redirectUris: ['http://localhost:*/shop/callback'],
        signOutRedirects: ['en', 'de'].map((locale) => `http://localhost:*/shop/${locale}`),
      },
    }),
  ],
  /** The application whose proxy has rules. */
  matrixWorld: [...inWorker(new URL('../apps/matrix', import.meta.url))],
  /** The application whose pages are prerendered, all but what depends on who asks. */
  cachedWorld: [...inWorker(new URL('../apps/cached', import.meta.url))],
  /** The application whose `middleware.ts` runs on the edge runtime. */
  edgeWorld: [...inWorker(new URL('../apps/edge', import.meta.url))],
  /** The application on Next 15, with the packages as they are published. */
  next15World: [...inWorker(new URL('../apps/next15', import.meta.url))],
  /** The application with a proxy, and with a page, a route handler and an action behind it. */
  guardedWorld: [...inWorker(new URL('../apps/guarded', import.meta.url))],
})

export { expect } from '@playwright/test'
