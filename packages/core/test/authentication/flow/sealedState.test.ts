import { sealData, unsealData } from 'iron-session'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createAuthenticationFlow, type FlowStep, type FlowSubmission } from '../../../src/index.ts'
import { environment } from '../../support/environment.ts'
import { recordingKit } from '../../support/recording.ts'
import { pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'
import { password } from './modelWorkOS.ts'
import { code, flowAgainst, scripted, stateOf } from './player.ts'

describe('the sealed state', () => {
  const unreadable = { status: 'failed', problem: { code: 'flow_unreadable' }, cookieChanges: [] }
  const seal = { password: environment.WORKOS_COOKIE_PASSWORD, ttl: 900 }

  it('is over after a quarter of an hour', async () => {
    let now = Date.now()
    const { kit } = recordingKit(() => ({ body: authenticateResult() }), { now: () => now })
    const flow = createAuthenticationFlow(kit, { methods: ['password'], signUp: false })
    const state = stateOf(await flow.start(new Map(), { email: pendingUser.email }))
    now += 899_000
    expect((await flow.resume(state)).status).toBe('step')
    now += 2_000
    expect(await flow.resume(state)).toEqual(unreadable)
    expect(await flow.submit(new Map(), { state, submission: code })).toEqual(unreadable)
  })

  it('is nothing else that the same password seals', async () => {
    const { kit, flow, start } = flowAgainst([])
    const { url } = await kit.startSignIn(new Map())
    const session = await kit.sealSession({
      accessToken: 'a',
      refreshToken: 'r',
      user: { ...authenticateResult().user, id: 'user_1' } as never,
    })
    const own = await unsealData<object>(stateOf(await start()), seal)
    expect(await flow.resume(await sealData(own, seal))).toMatchObject({ status: 'step' })
    const otherPurpose = await sealData({ ...own, purpose: 'something else' }, seal)
    const alsoSession = await sealData({ ...own, accessToken: 'a', refreshToken: 'r' }, seal)
    const foreign = [
      session,
      new URL(url).searchParams.get('state') ?? '',
      otherPurpose,
      alsoSession,
      'garbage',
      '',
      'x'.repeat(40_000),
    ]
    for (const state of foreign) expect(await flow.resume(state)).toEqual(unreadable)
  })

  it('is no state of a callback', async () => {
    const { kit, start } = flowAgainst([])
    const state = stateOf(await start())
    const outcome = await kit.completeSignIn(new Map(), {
      query: new URLSearchParams({ state, code: 'code_1' }),
    })
    expect(outcome).toMatchObject({ status: 'failed', failure: 'state-unbound' })
  })

  it('tells WorkOS who is asking', async () => {
    const { start, submit, requests } = scripted([{ body: authenticateResult() }])
    await submit(await start(), { type: 'password', password })
    expect(requests[0]?.body).toMatchObject({ ip_address: '203.0.113.7', user_agent: 'vitest' })
  })
})

describe('types', () => {
  it('keep pending tokens away from forms', () => {
    expectTypeOf<FlowStep>().not.toHaveProperty('pendingToken')
    type Step<Name> = Extract<FlowStep, { name: Name }>
    expectTypeOf<Step<'organization-selection'>['organizations'][number]>().toEqualTypeOf<{
      readonly id: string
      readonly name: string
    }>()
    expectTypeOf<{ type: 'password'; password: string }>().toExtend<FlowSubmission>()
    expectTypeOf<{ type: 'password' }>().not.toExtend<FlowSubmission>()
  })
})
