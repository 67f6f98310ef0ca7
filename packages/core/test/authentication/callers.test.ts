import { describe, expect, it } from 'vitest'
import { parseCookies, type SignInRequest } from '../../src/index.ts'
import { recordingKit } from '../support/recording.ts'
import { documentedRefusals, pendingToken, sdkSpellings } from './fixtures/refusals.ts'
import { authenticateResult } from './fixtures/session.ts'

const refusals = [...documentedRefusals, ...sdkSpellings]

describe('the callback', () => {
  async function callback(answer: Parameters<typeof recordingKit>[0], request: SignInRequest = {}) {
    const { kit, requests } = recordingKit(answer)
    const { url, cookieChanges } = await kit.startSignIn(new Map(), request)
    const [change] = cookieChanges
    if (change?.kind !== 'set') throw new Error('nothing binds the sign-in')
    const state = new URL(url).searchParams.get('state') ?? ''
    const outcome = await kit.completeSignIn(new Map([[change.name, change.value]]), {
      query: new URLSearchParams({ state, code: 'code_1' }),
    })
    return { outcome, requests, url }
  }

  it.each(refusals)('answers with a coded failure: $name', async ({ status, body, outcome }) => {
    const result = await callback(() => ({ status, body }))
    const unavailable = outcome.status === 'unavailable'
    expect(result.outcome).toMatchObject({
      status: 'failed',
      failure: unavailable ? 'unavailable' : 'code-rejected',
      code: unavailable ? undefined : (outcome.rawCode ?? outcome.status),
    })
    expect(JSON.stringify(result.outcome)).not.toContain(pendingToken)
  })

  it('brings the pending token of an SSO sign-in back, and nobody sees it on the way', async () => {
    const { outcome, requests, url } = await callback(() => ({ body: authenticateResult() }), {
      connectionId: 'conn_1',
      pendingAuthenticationToken: pendingToken,
    })
    expect(outcome.status).toBe('signed-in')
    expect(url).not.toContain(pendingToken)
    expect(requests[0]?.body).toMatchObject({ pending_authentication_token: pendingToken })
  })
})

describe('a refresh', () => {
  const expired = { expiresIn: -60 }

  it.each(refusals)('never passes for a session: $name', async ({ status, body, outcome }) => {
    const { kit } = recordingKit(({ path }) =>
      path.startsWith('/sso/jwks') ? { status: 503, body: {} } : { status, body },
    )
    const { user, access_token, refresh_token } = authenticateResult(expired)
    const sealed = await kit.sealSession({
      accessToken: access_token,
      refreshToken: refresh_token,
      user: { ...user, id: user.id } as never,
    })
    const state = await kit.loadSession(parseCookies(`wos-session=${sealed}`))
    const aboutUs = [
      'invalid_client',
      'unauthorized_client',
      'invalid_request',
      'invalid_request_parameters',
      'not_found',
    ]
    const transient = outcome.status === 'unavailable' || aboutUs.includes(String(outcome.code))
    expect(state).toMatchObject(
      transient
        ? { status: 'unavailable', reason: 'refresh-unavailable' }
        : { status: 'signed-out', reason: 'refresh-rejected' },
    )
    expect(state.cookieChanges).toEqual([])
  })
})
