import { WorkOS } from '@workos-inc/node'
import { sealData, unsealData } from 'iron-session-8'
import { beforeAll, describe, expect, it } from 'vitest'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

let emulator: TestEmulator
let workos: WorkOS
beforeAll(async () => {
  emulator = await startEmulator()
  workos = new WorkOS({
    apiKey: emulator.env.WORKOS_API_KEY ?? '',
    clientId: emulator.env.WORKOS_CLIENT_ID ?? '',
    apiHostname: emulator.env.WORKOS_API_HOSTNAME ?? '',
    port: Number(emulator.env.WORKOS_API_PORT),
    https: false,
  })
})

const cookiePassword = 'the password that every test shares, 32+'

describe('sealed sessions and the official SDK', () => {
  it('ours is read, verified and refreshed by it', async () => {
    const { kit } = kitFor(emulator)
    const sessionData = await kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
    const session = workos.userManagement.loadSealedSession({ sessionData, cookiePassword })
    const read = await session.authenticate()
    expect(read).toMatchObject({ authenticated: true, user: { email: people.ada }, role: 'admin' })
    expect(await session.refresh()).toMatchObject({ authenticated: true })
  })

  it('its own is read and refreshed by us', async () => {
    const harness = kitFor(emulator)
    const { refresh_token: refreshToken } = await emulator.mint({ email: people.ada })
    const { sealedSession = '' } = await workos.userManagement.authenticateWithRefreshToken({
      clientId: emulator.env.WORKOS_CLIENT_ID ?? '',
      refreshToken,
      session: { sealSession: true, cookiePassword },
    })
    const cookies = new Map([['wos-session', sealedSession]])
    expect(await harness.kit.loadSession(cookies)).toMatchObject({
      status: 'signed-in',
      user: { email: people.ada },
      cookieChanges: [],
    })
    await harness.travel(600)
    const refreshed = await harness.kit.loadSession(cookies)
    expect(refreshed.status).toBe('signed-in')
    expect(refreshed.cookieChanges).toHaveLength(1)
  })

  it('ours has the members that authkit-nextjs reads', async () => {
    const { kit } = kitFor(emulator)
    const minted = await emulator.mint({ email: people.ada })
    const sealed = await kit.sealSession(sessionOf(minted))
    const data = await unsealData(sealed, { password: cookiePassword })
    expect(data).toMatchObject({
      accessToken: minted.access_token,
      refreshToken: minted.refresh_token,
      user: { id: minted.user.id, email: people.ada },
    })
  })

  it('and ours is smaller than what authkit-nextjs would seal', async () => {
    const { kit } = kitFor(emulator)
    const session = sessionOf(await emulator.mint({ email: people.ada }))
    const theirs = { ...session, impersonator: undefined, authenticationMethod: 'Password' }
    const sealed = await kit.sealSession({ ...session, authenticationMethod: 'Password' })
    const reference = await sealData(theirs, { password: cookiePassword, ttl: 0 })
    expect(sealed.length).toBeLessThan(reference.length)
  })
})
