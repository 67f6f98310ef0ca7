import { describe, expect, it } from 'vitest'
import {
  type Cookies,
  cookieHeaderAfter,
  createAuthenticationFlow,
  type FlowOptions,
  parseCookies,
} from '../../../src/index.ts'
import { type Answer, recordingKit } from '../../support/recording.ts'
import { pendingToken, pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'
import { placeOf, stateOf } from './player.ts'

/** Hands over to a provider, and comes back to these answers. */
async function throughProvider(answers: readonly Answer[], options: Partial<FlowOptions> = {}) {
  const left = [...answers]
  const { kit, requests } = recordingKit(() => left.shift() ?? { status: 500, body: {} })
  const flow = createAuthenticationFlow(kit, {
    methods: ['password', 'GoogleOAuth'],
    signUp: false,
    ...options,
  })
  const begun = await flow.start(new Map(), { email: pendingUser.email, returnTo: '/reports' })
  const over = await flow.submit(new Map(), {
    state: stateOf(begun),
    submission: { type: 'provider', provider: 'GoogleOAuth' },
  })
  if (over.status !== 'hand-over') throw new Error(placeOf(over))
  const cookies: Cookies = parseCookies(cookieHeaderAfter(new Map(), over.cookieChanges))
  const state = new URL(over.url).searchParams.get('state') ?? ''
  const comeBack = (query: Record<string, string>) =>
    flow.callback(cookies, { query: new URLSearchParams({ state, ...query }), userAgent: 'vitest' })
  return { flow, requests, cookies, comeBack }
}

const selection: Answer = {
  status: 403,
  body: {
    code: 'organization_selection_required',
    pending_authentication_token: pendingToken,
    organizations: [{ id: 'org_1', name: 'Foo Corp' }],
    user: pendingUser,
  },
}

describe('back from a provider', () => {
  it('ends signed in where the person wanted to go, the binding cookie spent', async () => {
    const { comeBack, cookies, requests } = await throughProvider([{ body: authenticateResult() }])
    const result = await comeBack({ code: 'code_1' })
    expect(result).toMatchObject({ status: 'signed-in', returnTo: '/reports' })
    const after = parseCookies(cookieHeaderAfter(cookies, result.cookieChanges))
    expect([...after.keys()]).toEqual(['wos-session'])
    expect(requests[0]?.body).toMatchObject({ code: 'code_1', user_agent: 'vitest' })
  })

  it('goes on with what WorkOS asks for beyond the provider', async () => {
    const { comeBack, flow, cookies } = await throughProvider([
      selection,
      { body: authenticateResult() },
    ])
    const choice = await comeBack({ code: 'code_1' })
    expect(choice).toMatchObject({ step: { name: 'organization-selection' } })
    expect(JSON.stringify(choice)).not.toContain(pendingToken)
    expect(parseCookies(cookieHeaderAfter(cookies, choice.cookieChanges)).size).toBe(0)
    const submission = { type: 'organization', organizationId: 'org_1' } as const
    const result = await flow.submit(new Map(), { state: stateOf(choice), submission })
    expect(result).toMatchObject({ status: 'signed-in', returnTo: '/reports' })
  })

  it('asks beforeSession, too', async () => {
    const { comeBack, cookies } = await throughProvider(
      [{ body: authenticateResult() }, { body: {} }],
      { beforeSession: () => ({ allow: false, code: 'account_suspended' }) },
    )
    const result = await comeBack({ code: 'code_1' })
    expect(result).toMatchObject({ status: 'denied', code: 'account_suspended' })
    expect(parseCookies(cookieHeaderAfter(cookies, result.cookieChanges)).size).toBe(0)
  })

  it.each([
    [{ error: 'access_denied' }, { code: 'callback_failed', rawCode: 'access_denied' }],
    [
      { state: 'forged', code: 'code_1' },
      { code: 'callback_failed', rawCode: 'state-unbound' },
    ],
    [{}, { code: 'callback_failed', rawCode: 'code-missing' }],
  ])('fails with a code: %j', async (query, problem) => {
    const { comeBack } = await throughProvider([])
    expect(await comeBack(query)).toMatchObject({ status: 'failed', problem })
  })

  it('can be tried again after an outage', async () => {
    const { comeBack } = await throughProvider([
      { status: 503, body: {} },
      { body: authenticateResult() },
    ])
    expect(await comeBack({ code: 'code_1' })).toMatchObject({
      status: 'failed',
      problem: { code: 'unavailable' },
      cookieChanges: [],
    })
    expect(placeOf(await comeBack({ code: 'code_1' }))).toBe('signed-in')
  })

  it('starts over when the sign-in is over and nobody knows the address', async () => {
    const { code: _, user: __, ...nameless } = selection.body as Record<string, unknown>
    const { comeBack, flow } = await throughProvider([
      { status: 403, body: { ...nameless, code: 'organization_selection_required' } },
      { status: 400, body: { code: 'invalid_pending_authentication_token', message: '' } },
    ])
    const choice = await comeBack({ code: 'code_1' })
    const submission = { type: 'organization', organizationId: 'org_1' } as const
    expect(await flow.submit(new Map(), { state: stateOf(choice), submission })).toMatchObject({
      status: 'failed',
      problem: { code: 'sign_in_over' },
    })
  })
})
