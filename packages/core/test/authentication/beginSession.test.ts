import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  type AuthKitDeclarations,
  createAuthenticationFlow,
  type FlowOptions,
  parseCookies,
  type Session,
  serializeCookieChange,
} from '../../src/index.ts'
import { recordingKit } from '../support/recording.ts'
import { pendingUser } from './fixtures/refusals.ts'
import { authenticateResult } from './fixtures/session.ts'

const declared = { claims: z.object({ plan: z.enum(['free', 'pro']), seats: z.coerce.number() }) }
const pro = { plan: 'pro', seats: '3' }
const gold = { plan: 'gold', seats: '3' }
const custom = { plan: 'pro', seats: 3 }
const invalid = {
  status: 'unavailable',
  reason: 'claims-invalid',
  retryAfter: 60,
  issues: [{ path: 'plan', message: expect.any(String) }],
}
const kept = [expect.objectContaining({ kind: 'set', name: 'wos-session' })]

/** A kit whose WorkOS signs everybody in, with these claims of the product's own. */
function signingIn(own: object, effects: Partial<AuthKitDeclarations> = declared) {
  return recordingKit(
    ({ path }) =>
      path === '/user_management/authenticate'
        ? { body: authenticateResult({ claims: { ...own } }) }
        : { body: {} },
    effects,
  )
}

async function grant(own: object, effects?: Partial<AuthKitDeclarations>) {
  const { kit } = signingIn(own, effects)
  const outcome = await kit.authenticateWithPassword({ email: pendingUser.email, password: 'p' })
  if (outcome.status !== 'authenticated') throw new Error(outcome.status)
  return { kit, session: outcome.session }
}

describe('a session that a grant brought', () => {
  it('begins with its claims read, and is the one that its cookies then hold', async () => {
    const { kit, session } = await grant(pro)
    const { cookieChanges, ...begun } = await kit.beginSession(new Map(), session)
    expect(begun).toMatchObject({ status: 'signed-in', claims: { custom } })
    expect(cookieChanges).toEqual(kept)
    const cookies = parseCookies(cookieChanges.map(serializeCookieChange).join('; '))
    const loaded = await kit.loadSession(cookies)
    expect(loaded).toEqual({ ...begun, cookieChanges: [] })
  })

  it('has no custom claims without a schema', async () => {
    const { kit, session } = await grant(pro, {})
    const begun = await kit.beginSession(new Map(), session)
    if (begun.status !== 'signed-in') throw new Error(begun.status)
    expect(begun.claims).not.toHaveProperty('custom')
  })

  it('begins, but is unavailable, where its claims are not as declared', async () => {
    const { kit, session } = await grant(gold)
    expect(await kit.beginSession(new Map(), session)).toEqual({ ...invalid, cookieChanges: kept })
  })

  it.each<[string, Partial<Session>]>([
    ['invalid-token', { accessToken: 'no token' }],
    ['subject-mismatch', { user: { ...pendingUser, id: 'user_2' } as never }],
  ])('does not begin: %s', async (reason, wrong) => {
    const { kit, session } = await grant(pro)
    expect(await kit.beginSession(new Map(), { ...session, ...wrong })).toEqual({
      status: 'signed-out',
      reason,
      cookieChanges: [],
    })
  })
})

describe('the callback', () => {
  async function callback(own: object) {
    const { kit } = signingIn(own)
    const { url, cookieChanges } = await kit.startSignIn(new Map(), { returnTo: '/reports' })
    const state = new URL(url).searchParams.get('state') ?? ''
    const cookies = parseCookies(cookieChanges.map(serializeCookieChange).join('; '))
    return kit.completeSignIn(cookies, { query: new URLSearchParams({ state, code: 'code_1' }) })
  }
  const changes = [expect.objectContaining({ kind: 'clear' }), ...kept]

  it('brings a session with its claims read', async () => {
    expect(await callback(pro)).toMatchObject({
      status: 'signed-in',
      session: { status: 'signed-in', claims: { custom } },
      returnTo: '/reports',
      cookieChanges: changes,
    })
  })

  it('keeps a session whose claims are not as declared, and says so', async () => {
    expect(await callback(gold)).toEqual({
      ...invalid,
      returnTo: '/reports',
      cookieChanges: changes,
    })
  })
})

describe('a flow', () => {
  async function flow(own: object, options: Pick<FlowOptions, 'beforeSession'> = {}) {
    const { kit, requests } = signingIn(own)
    const flow = createAuthenticationFlow(kit, { methods: ['password'], signUp: false, ...options })
    const begun = await flow.start(new Map(), { email: pendingUser.email, returnTo: '/reports' })
    if (begun.status !== 'step') throw new Error(begun.status)
    const submission = { type: 'password', password: 'p' }
    const result = await flow.submit(new Map(), { state: begun.state, submission })
    return { result, asked: requests.map(({ path }) => path) }
  }

  it('ends in a session with its claims read, as `beforeSession` saw them', async () => {
    const candidates: unknown[] = []
    const { result } = await flow(pro, {
      beforeSession: (candidate) => {
        candidates.push(candidate)
        return { allow: true }
      },
    })
    expect(result).toMatchObject({ status: 'signed-in', session: { claims: { custom } } })
    expect(candidates).toEqual([expect.objectContaining({ status: 'signed-in' })])
    expect(candidates).toMatchObject([{ claims: { custom } }])
    expect(result.cookieChanges).toEqual(kept)
  })

  it('keeps a session whose claims are not as declared, and says so', async () => {
    const { result, asked } = await flow(gold)
    expect(result).toEqual({ ...invalid, returnTo: '/reports', cookieChanges: kept })
    expect(asked).not.toContain('/user_management/sessions/revoke')
  })

  it('keeps no session that `beforeSession` cannot be asked about', async () => {
    const { result, asked } = await flow(gold, { beforeSession: () => ({ allow: true }) })
    expect(result).toEqual({ ...invalid, returnTo: '/reports', cookieChanges: [] })
    expect(asked).toContain('/user_management/sessions/revoke')
  })
})
