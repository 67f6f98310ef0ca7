import { type AuthKit, type AuthKitEffects, authKitFor, readEnvironment } from '@latchkey/core'
import { createEmulator, type Emulator } from '@latchkey/emulator'
import { sessionOf } from '../../../core/test/support/mintedSession.ts'

/** A kit, and the WorkOS it talks to, in this process; both tell the same time. */
export interface World {
  readonly kit: AuthKit
  readonly emulator: Emulator
  /** Lets WorkOS answer nothing but 503 from now on, or as usual again. */
  outage(on: boolean): void
  travel(seconds: number): void
  /** The `Cookie` header of somebody who is signed in. */
  cookieOf(email: string): Promise<string>
  /** How often the token endpoint was asked to refresh. */
  refreshes(): number
}

export const appUrl = 'http://localhost:3000'
export const ada = 'ada@northwind.example'

/** Environment of the kit under test. */
export function environmentOf(emulator: Pick<Emulator, 'apiKey' | 'clientId'>) {
  return {
    WORKOS_API_KEY: emulator.apiKey,
    WORKOS_CLIENT_ID: emulator.clientId,
    WORKOS_COOKIE_PASSWORD: 'the password that every test shares, 32+',
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: `${appUrl}/auth/callback`,
  }
}

export async function createWorld(effects: AuthKitEffects = {}): Promise<World> {
  const emulator = await createEmulator({ strictRefresh: true })
  let down = false
  const kit = authKitFor(readEnvironment(environmentOf(emulator)), {
    ...effects,
    now: () => emulator.clock.now(),
    fetch: async (input, init) =>
      down ? new Response(null, { status: 503 }) : emulator.fetch(new Request(input, init)),
  })
  return {
    kit,
    emulator,
    outage: (on) => {
      down = on
    },
    travel: (seconds) => emulator.clock.advance({ seconds }),
    async cookieOf(email) {
      const minted = await emulator.mintSession({ email })
      const sealed = await kit.sealSession(sessionOf(minted))
      return `theme=dark; wos-session=${sealed}`
    },
    refreshes: () =>
      emulator.requests().filter(({ grantType }) => grantType === 'refresh_token').length,
  }
}
