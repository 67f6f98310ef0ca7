import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import {
  type AuthKitDeclarations,
  authKitFor,
  readEnvironment,
  type Session,
} from '../../src/index.ts'
import { adaUser } from './ada.ts'
import { environment } from './environment.ts'

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

/** Two key pairs; WorkOS signs with the first until it rotates. */
export const [first, second] = await Promise.all([
  generateKeyPair('RS256', { extractable: true }),
  generateKeyPair('RS256', { extractable: true }),
])
/** Milliseconds since the epoch: when every token of {@link token} is issued. */
export const now = 1_800_000_000_000

/** A key server of this test's own, and a kit that asks it. */
export function harness({
  env = {},
  ...own
}: { env?: Record<string, string> } & Partial<AuthKitDeclarations> = {}) {
  const served = { keys: [{ kid: 'first', pair: first }], requests: 0, broken: false }
  const clock = { now }
  const keyServer: typeof fetch = async () => {
    served.requests++
    if (served.broken) throw new TypeError('fetch failed')
    const keys = served.keys.map(async ({ kid, pair }) => ({
      ...(await exportJWK(pair.publicKey)),
      kid,
      alg: 'RS256',
      use: 'sig',
    }))
    return Response.json({ keys: await Promise.all(keys) })
  }
  const config = readEnvironment({ ...environment, ...env })
  const kit = authKitFor(config, { fetch: keyServer, now: () => clock.now, ...own })
  const cookiesWith = async (accessToken: string, userId = 'user_1') => {
    const sealed = await kit.sealSession(sessionWith(accessToken, userId))
    return new Map([['wos-session', sealed]])
  }
  const read = async (accessToken: string, userId = 'user_1') =>
    kit.readSession(await cookiesWith(accessToken, userId))
  return { kit, served, clock, cookiesWith, read }
}

/** A signed access token of `user_1` in `session_1`, with claims of one's own. */
export function token({
  claims = {},
  pair = first,
  kid = 'first',
  alg = 'RS256',
}: {
  claims?: Record<string, unknown>
  pair?: Keys
  kid?: string
  alg?: string
} = {}): Promise<string> {
  const seconds = now / 1000
  return new SignJWT({
    iss: 'https://api.workos.com/user_management/client_emulator',
    sub: 'user_1',
    sid: 'session_1',
    jti: '01J',
    iat: seconds,
    exp: seconds + 300,
    ...claims,
  })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .sign(pair.privateKey)
}

function sessionWith(accessToken: string, userId: string): Session {
  return {
    accessToken,
    refreshToken: 'refresh',
    user: { ...adaUser, id: userId },
  }
}
