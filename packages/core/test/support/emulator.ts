import { inject } from 'vitest'
import {
  type AuthKitDeclarations,
  type AuthKitEffects,
  authKitFor,
  readEnvironment,
} from '../../src/index.ts'
import { environment } from './environment.ts'
import type { Minted } from './mintedSession.ts'

/** A WorkOS of this test's own. */
export interface TestEmulator {
  readonly url: string
  readonly env: Record<string, string>
  /** Signs somebody in without a browser; the tokens are real. */
  mint(person: { email: string; organizationId?: string }): Promise<Minted>
  /** Moves the emulator's clock, by seconds. */
  advance(seconds: number): Promise<void>
  /** How often the token endpoint was asked for this grant. */
  grants(grantType: string): Promise<number>
  /** Calls any endpoint with the API key. */
  api(path: string, init?: RequestInit): Promise<Response>
}

/** Starts an emulator; the test run ends it. */
export async function startEmulator(options: object = {}): Promise<TestEmulator> {
  const started = await fetch(inject('emulatorBroker'), {
    method: 'POST',
    body: JSON.stringify(options),
  })
  const { url, apiKey, clientId } = await started.json()
  const { hostname, port } = new URL(url)
  const api = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    })
  const control = async (path: string, body: object) => {
    const response = await api(`/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    url,
    env: {
      ...environment,
      WORKOS_API_KEY: apiKey,
      WORKOS_CLIENT_ID: clientId,
      WORKOS_API_HOSTNAME: hostname,
      WORKOS_API_PORT: port,
      WORKOS_API_HTTPS: 'false',
    },
    mint: (person) => control('sessions', person),
    advance: async (seconds) => {
      await control('clock', { advance: seconds })
    },
    grants: async (grantType) => {
      const response = await api('/_emulator/requests')
      const { data }: { data: { grantType?: string }[] } = await response.json()
      return data.filter((request) => request.grantType === grantType).length
    },
    api,
  }
}

/** An instance of the kit that talks to an emulator, with a clock that moves. */
export function kitFor(
  emulator: TestEmulator,
  effects: AuthKitEffects & Partial<AuthKitDeclarations> = {},
) {
  const clock = { offset: 0 }
  const kit = authKitFor(readEnvironment(emulator.env), {
    now: () => Date.now() + clock.offset,
    ...effects,
  })
  return {
    kit,
    clock,
    async travel(seconds: number) {
      clock.offset += seconds * 1000
      await emulator.advance(seconds)
    },
  }
}
