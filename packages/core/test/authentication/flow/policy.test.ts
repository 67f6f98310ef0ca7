import { describe, expect, it } from 'vitest'
import type { Answer } from '../../support/recording.ts'
import { pendingToken, pendingUser } from '../fixtures/refusals.ts'
import { authenticateResult } from '../fixtures/session.ts'
import { password } from './modelWorkOS.ts'
import { flowAgainst, placeOf, rightAnswer, scripted } from './player.ts'

const refusal = (status: number, body: object): Answer => ({ status, body })

describe('what the organization insists on', () => {
  const oneConnection = refusal(400, {
    error: 'sso_required',
    error_description: '',
    email: pendingUser.email,
    connection_ids: ['conn_1'],
    pending_authentication_token: pendingToken,
  })

  it('is SSO: hands over to its connection, the pending token sealed', async () => {
    const { kit, start, submit, requests } = scripted([
      oneConnection,
      { body: authenticateResult() },
    ])
    const result = await submit(await start(), { type: 'password', password })
    if (result.status !== 'hand-over') throw new Error(placeOf(result))
    expect(result.reason).toBe('sso')
    expect(JSON.stringify(result)).not.toContain(pendingToken)
    const { searchParams } = new URL(result.url)
    expect(searchParams.get('connection_id')).toBe('conn_1')
    const [change] = result.cookieChanges
    if (change?.kind !== 'set') throw new Error('nothing binds the sign-in')
    const callback = await kit.completeSignIn(new Map([[change.name, change.value]]), {
      query: new URLSearchParams({ state: searchParams.get('state') ?? '', code: 'code_1' }),
    })
    expect(callback.status).toBe('signed-in')
    expect(requests.at(-1)?.body).toMatchObject({
      grant_type: 'authorization_code',
      pending_authentication_token: pendingToken,
    })
  })

  it('is one of several connections: asks which, and takes no other', async () => {
    const { start, submit } = scripted([
      refusal(400, {
        error: 'sso_required',
        error_description: '',
        connection_ids: ['conn_1', 'conn_2'],
      }),
    ])
    const choice = await submit(await start(), { type: 'password', password })
    expect(choice).toMatchObject({ step: { name: 'sso', connectionIds: ['conn_1', 'conn_2'] } })
    const foreign = await submit(choice, { type: 'connection', connectionId: 'conn_3' })
    expect(foreign).toMatchObject({ problem: { code: 'method_not_allowed' } })
    const result = await submit(choice, { type: 'connection', connectionId: 'conn_2' })
    expect(placeOf(result)).toBe('hand-over')
  })

  it('is SSO in the chosen organization, where WorkOS does not say by which connection', async () => {
    const { start, submit } = scripted([
      refusal(403, {
        code: 'organization_selection_required',
        pending_authentication_token: pendingToken,
        organizations: [{ id: 'org_1', name: 'Foo Corp' }],
      }),
      refusal(400, { message: 'Must use SSO for selected organization' }),
    ])
    const choice = await submit(await start(), { type: 'password', password })
    const foreign = await submit(choice, { type: 'organization', organizationId: 'org_9' })
    expect(foreign).toMatchObject({ problem: { code: 'organization_invalid' } })
    const result = await submit(choice, { type: 'organization', organizationId: 'org_1' })
    if (result.status !== 'hand-over') throw new Error(placeOf(result))
    const { searchParams } = new URL(result.url)
    expect(searchParams.get('organization_id')).toBe('org_1')
  })

  it('are its methods, and no other from then on', async () => {
    const { start, submit } = scripted([
      refusal(400, {
        error: 'organization_authentication_methods_required',
        error_description: '',
        email: pendingUser.email,
        sso_connection_ids: ['conn_1'],
        auth_methods: { google_oauth: true, magic_auth: true, password: false },
      }),
    ])
    const restricted = await submit(await start(), { type: 'password', password })
    expect(restricted).toMatchObject({
      step: {
        name: 'credential',
        methods: ['GoogleOAuth', 'magic-code'],
        connectionIds: ['conn_1'],
      },
      problem: { code: 'method_not_allowed' },
    })
    const again = await submit(restricted, { type: 'password', password })
    expect(again).toMatchObject({ problem: { code: 'method_not_allowed' } })
    const result = await submit(restricted, { type: 'provider', provider: 'GoogleOAuth' })
    expect(placeOf(result)).toBe('hand-over')
  })

  it.each(['passkey_progressive_enrollment', 'application_consent_required', 'mfa_enrollment'])(
    'is %s, which only hosted pages can show',
    async (hosted) => {
      const { start, submit } = scripted([refusal(403, { code: hosted, message: '' })])
      const result = await submit(await start(), { type: 'password', password })
      expect(result).toMatchObject({ status: 'hand-over', reason: 'hosted-step' })
    },
  )
})

describe('beforeSession', () => {
  it('has the last word: no cookie, and no session at WorkOS', async () => {
    const { start, submit, model } = flowAgainst([], {
      beforeSession: ({ user }) =>
        user.email === pendingUser.email
          ? { allow: false, code: 'account_suspended' }
          : { allow: true },
    })
    const result = await submit(await start(), { type: 'password', password })
    expect(result).toEqual({ status: 'denied', code: 'account_suspended', cookieChanges: [] })
    expect(model.revoked).toEqual(['session_01HQAG1HENBZMAZD82YRXDFC0B'])
  })

  it('leaves no session behind when it breaks', async () => {
    const broken = new Error('the database is down')
    const { start, submit, model } = flowAgainst([], {
      beforeSession: () => {
        throw broken
      },
    })
    const begun = await start()
    await expect(submit(begun, { type: 'password', password })).rejects.toBe(broken)
    expect(model.revoked).toHaveLength(1)
  })

  it('lets pass whom it lets pass', async () => {
    const { start, submit } = flowAgainst([], { beforeSession: async () => ({ allow: true }) })
    expect(placeOf(await submit(await start(), rightAnswer(await start())))).toBe('signed-in')
  })
})
