import { authKitFor, readEnvironment } from '@latchkey/core'
import { createEmulator, type Emulator, type EmulatorOptions } from '@latchkey/emulator'
import { onTestFinished } from 'vitest'
import { sessionOf } from '../../../core/test/support/mintedSession.ts'

/** A WorkOS of a test's own, and what belongs to it. */
export interface WorkOSWorld {
  readonly emulator: Emulator
  /** The environment variables of an application that talks to it. */
  readonly env: Record<string, string>
  /** Signs somebody in; the `Cookie` header of their browser. */
  signIn(email: string): Promise<string>
  /** Calls any endpoint with the API key. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are as different as the endpoints
  call(method: string, path: string, body?: object): Promise<any>
  /** The user id of somebody. */
  userId(email: string): Promise<string>
  /** How often a refresh token was presented. */
  refreshes(): number
}

/** People of the emulator's default seed. */
export const people = { ada: 'ada@northwind.example', grace: 'grace@halcyon.example' } as const

/** Starts an emulator; it ends with the test. */
export async function startWorkOS(options: EmulatorOptions = {}): Promise<WorkOSWorld> {
  const emulator = await createEmulator(options)
  const { url } = await emulator.listen({ port: 0 })
  onTestFinished(() => emulator.close())
  const { hostname, port } = new URL(url)
  const env = {
    WORKOS_API_KEY: emulator.apiKey,
    WORKOS_CLIENT_ID: emulator.clientId,
    WORKOS_COOKIE_PASSWORD: 'the password that every test shares, 32+',
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'http://localhost:3000/auth/callback',
    WORKOS_API_HOSTNAME: hostname,
    WORKOS_API_PORT: port,
    WORKOS_API_HTTPS: 'false',
  }
  const kit = authKitFor(readEnvironment(env))
  const call: WorkOSWorld['call'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${emulator.apiKey}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    emulator,
    env,
    call,
    async userId(email) {
      const { data } = await call('GET', `/user_management/users?email=${email}`)
      return data[0].id
    },
    async signIn(email) {
      const minted = await emulator.mintSession({ email })
      return `wos-session=${await kit.sealSession(sessionOf(minted))}`
    },
    refreshes: () =>
      emulator.requests().filter(({ grantType }) => grantType === 'refresh_token').length,
  }
}
