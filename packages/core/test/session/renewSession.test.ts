import { beforeEach, describe, expect, it } from 'vitest'
import { type Cookies, cookieHeaderAfter, createWorkOS, parseCookies } from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { sessionOf } from '../support/mintedSession.ts'
import { people } from '../support/people.ts'

let emulator: TestEmulator
let harness: ReturnType<typeof kitFor>
let down = false

beforeEach(async () => {
  down = false
  emulator = await startEmulator({ strictRefresh: true })
  harness = kitFor(emulator, {
    fetch: async (input, init) => (down ? new Response(null, { status: 503 }) : fetch(input, init)),
  })
})

async function cookiesOf(email: string): Promise<Cookies> {
  const sealed = await harness.kit.sealSession(sessionOf(await emulator.mint({ email })))
  return new Map([['wos-session', sealed]])
}

async function signedIn(cookies: Cookies) {
  const state = await harness.kit.loadSession(cookies)
  if (state.status !== 'signed-in') throw new Error(state.status)
  return state
}

/** A second organization; `member` joins it where given. */
async function organization(member?: string): Promise<string> {
  const workos = createWorkOS(harness.kit)
  const { id } = await workos.organizations.create({ name: 'Second' })
  if (member !== undefined) {
    await workos.organizationMemberships.create({ userId: member, organizationId: id })
  }
  return id
}

describe('renewSession', () => {
  it('brings claims as they are now, and the cookie that carries them', async () => {
    const cookies = await cookiesOf(people.ada)
    const before = await signedIn(cookies)
    await harness.travel(5)
    const state = await harness.kit.renewSession(cookies)
    if (state.status !== 'signed-in') throw new Error(state.status)
    expect(state.claims.issuedAt).toBeGreaterThan(before.claims.issuedAt)
    const after = parseCookies(cookieHeaderAfter(cookies, state.cookieChanges))
    expect((await signedIn(after)).claims).toEqual(state.claims)
    expect(await emulator.grants('refresh_token')).toBe(1)
  })

  it('switches the organization; requests that come late with the old cookie follow', async () => {
    const cookies = await cookiesOf(people.ada)
    const { user, claims } = await signedIn(cookies)
    const organizationId = await organization(user.id)
    const state = await harness.kit.renewSession(cookies, { organizationId })
    expect(state).toMatchObject({ status: 'signed-in', claims: { organizationId } })
    expect(claims.organizationId).not.toBe(organizationId)
    expect((await signedIn(cookies)).claims.organizationId).toBe(organizationId)
  })

  it('leaves the session as it is where WorkOS refuses, also for its next refresh', async () => {
    const cookies = await cookiesOf(people.ada)
    const organizationId = await organization()
    const state = await harness.kit.renewSession(cookies, { organizationId })
    expect(state).toMatchObject({
      status: 'refused',
      outcome: { status: 'failed', code: 'organization_membership_not_found' },
      cookieChanges: [],
    })
    const before = await signedIn(cookies)
    await harness.travel(600)
    expect((await signedIn(cookies)).claims.organizationId).toBe(before.claims.organizationId)
  })

  it('is never told of a refusal that was about another organization', async () => {
    const cookies = await cookiesOf(people.ada)
    const { user } = await signedIn(cookies)
    const [foreign, mine] = [await organization(), await organization(user.id)]
    const [refused, switched] = await Promise.all([
      harness.kit.renewSession(cookies, { organizationId: foreign }),
      harness.kit.renewSession(cookies, { organizationId: mine }),
    ])
    expect(refused.status).toBe('refused')
    expect(switched).toMatchObject({ status: 'signed-in', claims: { organizationId: mine } })
  })

  it('and requests that refresh the same session at the same time lose nobody', async () => {
    const cookies = await cookiesOf(people.ada)
    const { user } = await signedIn(cookies)
    const [mine, foreign] = [await organization(user.id), await organization()]
    await harness.travel(600)
    const [switched, refused, ...loaded] = await Promise.all([
      harness.kit.renewSession(cookies, { organizationId: mine }),
      harness.kit.renewSession(cookies, { organizationId: foreign }),
      ...Array.from({ length: 20 }, () => harness.kit.loadSession(cookies)),
    ])
    expect(switched).toMatchObject({ status: 'signed-in', claims: { organizationId: mine } })
    expect(refused.status).toBe('refused')
    expect(loaded.map(({ status }) => status)).toEqual(Array(20).fill('signed-in'))
    expect((await signedIn(cookies)).claims.organizationId).toBe(mine)
  })

  it('says so while WorkOS cannot be reached, and nobody is signed out', async () => {
    const cookies = await cookiesOf(people.ada)
    await signedIn(cookies)
    down = true
    expect(await harness.kit.renewSession(cookies)).toMatchObject({
      status: 'unavailable',
      cookieChanges: [],
    })
    expect((await signedIn(cookies)).status).toBe('signed-in')
    expect(await harness.kit.renewSession(new Map())).toMatchObject({ status: 'signed-out' })
  })
})
