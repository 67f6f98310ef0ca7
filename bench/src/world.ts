import { randomBytes } from 'node:crypto'
import { createAuthKit } from '@latchkey/core'
import { createEmulator } from '@latchkey/emulator'

/** Somebody of the emulator's own seed, with an organization, a role and permissions. */
const email = 'ada@northwind.example'

/** An emulator, the environment that leads to it, and cookies that both kits read. */
export type World = {
  /** A cookie value of a session that lives, sealed anew for each call: none equals another. */
  readonly livingCookie: () => Promise<string>
  /** The same for a session whose access token is over. */
  readonly expiredCookie: () => Promise<string>
  /** How often WorkOS was asked to refresh a session. */
  readonly refreshes: () => number
  readonly close: () => Promise<void>
}

/** Starts the emulator and points this process at it, the way an application's environment would. */
export const openWorld = async (): Promise<World> => {
  const emulator = await createEmulator({ accessTokenTtl: 3600, strictRefresh: true })
  const { url } = await emulator.listen()
  const { port } = new URL(url)
  const cookiePassword = randomBytes(32).toString('base64url')
  const redirectUri = 'http://localhost:3000/auth/callback'
  Object.assign(process.env, {
    WORKOS_API_KEY: emulator.apiKey,
    WORKOS_CLIENT_ID: emulator.clientId,
    WORKOS_COOKIE_PASSWORD: cookiePassword,
    NEXT_PUBLIC_WORKOS_REDIRECT_URI: redirectUri,
    WORKOS_API_HOSTNAME: '127.0.0.1',
    WORKOS_API_PORT: port,
    WORKOS_API_HTTPS: 'false',
  })
  const kit = createAuthKit({
    apiKey: emulator.apiKey,
    clientId: emulator.clientId,
    cookiePassword,
    redirectUri,
    apiHostname: '127.0.0.1',
    apiPort: Number(port),
    apiHttps: false,
  })

  const cookie = async (): Promise<string> => {
    const { refresh_token } = await emulator.mintSession({ email })
    const outcome = await kit.authenticateWithRefreshToken({ refreshToken: refresh_token })
    if (outcome.status !== 'authenticated') throw new Error(`The refresh ended ${outcome.status}.`)
    return kit.sealSession(outcome.session)
  }
  const living = await kit.openSession(await cookie())
  if (living.kind !== 'opened') throw new Error('The kit cannot read its own seal.')

  return {
    livingCookie: () => kit.sealSession(living.session),
    expiredCookie: async () => {
      emulator.clock.advance({ seconds: -7200 })
      const expired = await cookie()
      emulator.clock.reset()
      return expired
    },
    refreshes: () =>
      emulator.requests().filter(({ grantType }) => grantType === 'refresh_token').length,
    close: () => emulator.close(),
  }
}
