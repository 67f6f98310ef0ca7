import { describe, expect, it } from 'vitest'
import { pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'
import { password } from './modelWorkOS.ts'
import { code, flowAgainst, placeOf, scripted } from './player.ts'

describe('a wrong submission', () => {
  it.each([
    [{ type: 'password', password: 'wrong' }, { code: 'credentials_invalid' }],
    [{ type: 'password' }, { code: 'submission_invalid', fields: ['password'] }],
    [{ type: 'teleport' }, { code: 'submission_invalid', fields: ['type'] }],
    [{}, { code: 'submission_invalid', fields: ['type'] }],
    [{ type: 'code', code: '123456' }, { code: 'submission_unexpected' }],
    [{ type: 'organization', organizationId: 'org_1' }, { code: 'submission_unexpected' }],
    [{ type: 'provider', provider: 'GitHubOAuth' }, { code: 'method_not_allowed' }],
    [{ type: 'connection', connectionId: 'conn_1' }, { code: 'method_not_allowed' }],
  ])('%j keeps the state', async (submission, problem) => {
    const { start, submit } = flowAgainst([])
    const result = await submit(await start(), submission)
    expect(result).toMatchObject({ step: { name: 'credential' }, problem })
    expect(placeOf(await submit(result, { type: 'password', password }))).toBe('signed-in')
  })

  it('cannot name somebody else', async () => {
    const { start, submit, requests } = flowAgainst([])
    await submit(await start(), { type: 'password', password, email: 'victim@example.com' })
    expect(requests[0]?.body).toMatchObject({ email: pendingUser.email })
  })

  it('is refused where sign-up is closed or the address is taken', async () => {
    const closed = flowAgainst([], { signUp: false })
    const signUp = { type: 'sign-up', password } as const
    expect(await closed.submit(await closed.start(), signUp)).toMatchObject({
      problem: { code: 'sign_up_not_allowed' },
    })
    expect(closed.requests).toEqual([])
    const { start, submit } = flowAgainst([])
    expect(await submit(await start({ email: 'taken@example.com' }), signUp)).toMatchObject({
      step: { name: 'credential' },
      problem: { code: 'sign_up_refused', rawCode: 'user_creation_error' },
    })
  })

  it('of a sign-in that WorkOS has forgotten begins again, with the same address', async () => {
    const { start, submit } = flowAgainst(['email-verification', 'mfa-challenge'])
    const verify = await submit(await start(), { type: 'password', password })
    await submit(verify, code)
    const replayed = await submit(verify, code)
    expect(replayed).toMatchObject({
      step: { name: 'credential', email: pendingUser.email },
      problem: { code: 'sign_in_over' },
    })
  })

  it('while WorkOS is away can be sent again', async () => {
    const { start, submit } = scripted([
      { status: 503, body: {}, headers: { 'retry-after': '3' } },
      { body: authenticateResult() },
    ])
    const away = await submit(await start(), { type: 'password', password })
    expect(away).toMatchObject({ problem: { code: 'unavailable', retryAfter: 3 } })
    expect(placeOf(await submit(away, { type: 'password', password }))).toBe('signed-in')
  })
})
