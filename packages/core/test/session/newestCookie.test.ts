import { describe, expect, it } from 'vitest'
import { type AuthKit, type Cookies, cookieHeaderAfter, parseCookies } from '../../src/index.ts'
import { kitFor, startEmulator } from '../support/emulator.ts'
import { createMemoryCoordinator } from '../support/memoryCoordinator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

/** Loads, and keeps the cookies as a browser would that got this response last. */
async function visit(kit: AuthKit, cookies: Cookies) {
  const state = await kit.loadSession(cookies)
  if (state.status !== 'signed-in') throw new Error(`${state.status}: ${state.reason}`)
  return { state, cookies: parseCookies(cookieHeaderAfter(cookies, state.cookieChanges)) }
}

async function signedIn() {
  const emulator = await startEmulator({ strictRefresh: true })
  const { kit, travel, clock } = kitFor(emulator)
  const sealed = await kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
  const cookies: Cookies = new Map([['wos-session', sealed]])
  return { emulator, kit, travel, clock, cookies }
}

describe('an older response that arrives last', () => {
  it('is put right at the next request, while the older token still lives', async () => {
    const { emulator, kit, travel, cookies: first } = await signedIn()
    await visit(kit, first)
    await travel(280)
    const { cookies: second } = await visit(kit, first)
    expect(second).not.toEqual(first)
    const again = await visit(kit, first)
    expect(again.cookies).toEqual(second)
    expect(again.state.accessToken).toBe((await visit(kit, second)).state.accessToken)
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('is read as the newest session also where no cookie can be written', async () => {
    const { kit, travel, cookies: first } = await signedIn()
    await visit(kit, first)
    await travel(280)
    const { state } = await visit(kit, first)
    expect(await kit.readSession(first)).toMatchObject({ accessToken: state.accessToken })
  })

  it('leads over several refreshes to the newest', async () => {
    const { emulator, kit, travel, cookies: first } = await signedIn()
    await visit(kit, first)
    await travel(299)
    const { cookies: second } = await visit(kit, first)
    // A second refresh shortly after the first, as a changed membership brings it.
    const { claims } = (await visit(kit, second)).state
    const { userId, organizationId = '' } = claims
    await travel(2)
    await kit.revocations.revoke({
      kind: 'membership',
      userId,
      organizationId,
      at: claims.issuedAt,
    })
    const { cookies: third } = await visit(kit, second)
    for (const older of [first, second]) expect((await visit(kit, older)).cookies).toEqual(third)
    expect(await emulator.grants('refresh_token')).toBe(2)
  })

  it('leads nobody on who comes after the window of late-comers', async () => {
    const { kit, travel, cookies: first } = await signedIn()
    await visit(kit, first)
    await travel(280)
    await visit(kit, first)
    await travel(300)
    expect(await kit.loadSession(first)).toMatchObject({ reason: 'refresh-rejected' })
  })

  it('computed in another process is put right when its token is due', async () => {
    const emulator = await startEmulator({ strictRefresh: true })
    const coordinator = createMemoryCoordinator()
    const [here, there] = [kitFor(emulator, { coordinator }), kitFor(emulator, { coordinator })]
    const sealed = await here.kit.sealSession(sessionOf(await emulator.mint({ email: people.ada })))
    const first: Cookies = new Map([['wos-session', sealed]])
    const travel = async (seconds: number) => {
      await here.travel(seconds)
      there.clock.offset = here.clock.offset
    }
    await travel(280)
    const { cookies: second } = await visit(here.kit, first)
    await travel(280)
    const { cookies: third } = await visit(here.kit, second)
    // The browser is left with the first one, and comes to a process that has seen none of it.
    expect((await visit(there.kit, first)).cookies).toEqual(third)
    expect((await visit(there.kit, second)).cookies).toEqual(third)
    expect(await emulator.grants('refresh_token')).toBe(2)
  })
})
