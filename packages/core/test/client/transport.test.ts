import { describe, expect, it } from 'vitest'
import {
  type ApiHooks,
  ApiRejectedError,
  ApiUnavailableError,
  LatchkeyError,
} from '../../src/index.ts'
import { offlineKit } from '../support/offlineKit.ts'
import { recordingFetch } from '../support/recordingFetch.ts'

const organization = {
  object: 'organization',
  id: 'org_1',
  name: 'Northwind',
  domains: [],
  metadata: {},
  external_id: null,
  created_at: '2026-11-20T00:00:00.000Z',
  updated_at: '2026-11-20T00:00:00.000Z',
}
const ok = () => Response.json(organization, { headers: { 'x-request-id': 'req_ok' } })
const busy = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    { message: 'busy' },
    { status, headers: { 'x-request-id': 'req_busy', ...headers } },
  )
const reset = () => new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })

describe('repeating calls', () => {
  it.each([408, 429, 500, 502, 503, 504])('reads again after %i', async (status) => {
    const { fetch, requests } = recordingFetch(busy(status), ok())
    const { workos, waits } = offlineKit(fetch)
    expect(await workos.organizations.get({ id: 'org_1' })).toMatchObject({ id: 'org_1' })
    expect(requests).toHaveLength(2)
    expect(waits).toEqual([500])
  })

  it('waits longer each time, and gives up after two repetitions', async () => {
    const { fetch, requests } = recordingFetch(reset())
    const { workos, waits } = offlineKit(fetch)
    await expect(workos.organizations.get({ id: 'org_1' })).rejects.toThrow(/ECONNRESET/)
    expect(requests).toHaveLength(3)
    expect(waits).toEqual([500, 1000])
  })

  it('spreads waits by half in both directions', async () => {
    for (const [random, expected] of [
      [0, 250],
      [0.999, 750],
    ] as const) {
      const { fetch } = recordingFetch(busy(503), ok())
      const { workos, waits } = offlineKit(fetch, { random: () => random })
      await workos.organizations.get({ id: 'org_1' })
      expect(waits).toEqual([expected])
    }
  })

  it.each([
    ['3', 3000],
    ['Fri, 20 Nov 2026 00:00:07 GMT', 7000],
  ])('waits as long as Retry-After %s says', async (retryAfter, expected) => {
    const { fetch } = recordingFetch(busy(429, { 'retry-after': retryAfter }), ok())
    const { workos, waits } = offlineKit(fetch)
    await workos.organizations.get({ id: 'org_1' })
    expect(waits).toEqual([expected])
  })

  it('does not wait beyond the deadline', async () => {
    const { fetch, requests } = recordingFetch(busy(429, { 'retry-after': '60' }))
    const { workos, waits } = offlineKit(fetch)
    const call = workos.organizations.get({ id: 'org_1' })
    await expect(call).rejects.toMatchObject({ retryAfter: 60, requestId: 'req_busy' })
    expect(requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it('never repeats what WorkOS refused', async () => {
    const { fetch, requests } = recordingFetch(busy(422))
    const call = offlineKit(fetch).workos.organizations.get({ id: 'org_1' })
    await expect(call).rejects.toThrow(ApiRejectedError)
    expect(requests).toHaveLength(1)
  })

  it('never repeats a POST that has no idempotency key', async () => {
    const { fetch, requests } = recordingFetch(busy(503))
    const call = offlineKit(fetch).workos.users.create({ email: 'a@example.com' })
    await expect(call).rejects.toThrow(ApiUnavailableError)
    expect(requests).toHaveLength(1)
    expect(requests[0]?.headers.has('idempotency-key')).toBe(false)
  })

  it('repeats a POST with the key that it was given', async () => {
    const { fetch, requests } = recordingFetch(busy(503), ok())
    const { workos } = offlineKit(fetch)
    await workos.groups
      .addMember(
        { organizationId: 'org_1', groupId: 'group_1', organizationMembershipId: 'om_1' },
        { idempotencyKey: 'mine' },
      )
      .catch(() => undefined)
    expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine', 'mine'])
  })

  it('makes one key for a call where the contract wants one', async () => {
    const { fetch, requests } = recordingFetch(busy(503), ok())
    const { workos } = offlineKit(fetch)
    await workos.organizations.create({ name: 'Northwind' })
    await workos.organizations.create({ name: 'Northwind' })
    const [first, repeated, second] = requests.map(({ headers }) => headers.get('idempotency-key'))
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(repeated).toBe(first)
    expect(second).not.toBe(first)
  })

  it('repeats as often as it is set to', async () => {
    const { fetch, requests } = recordingFetch(busy(503))
    const { workos } = offlineKit(fetch, { api: { retries: 0 } })
    await expect(workos.organizations.get({ id: 'org_1' })).rejects.toThrow(ApiUnavailableError)
    expect(requests).toHaveLength(1)
  })
})

describe('time limits', () => {
  it('ends a try that gets no answer, and tries again', async () => {
    const { fetch, requests } = recordingFetch('silence', ok())
    const { workos } = offlineKit(fetch, { api: { attemptTimeout: 20 } })
    expect(await workos.organizations.get({ id: 'org_1' })).toMatchObject({ id: 'org_1' })
    expect(requests).toHaveLength(2)
  })

  it('ends the call at its deadline and calls that a timeout', async () => {
    const { fetch, requests } = recordingFetch('silence')
    const { workos } = offlineKit(fetch)
    const call = workos.organizations.get({ id: 'org_1' }, { timeout: 20 })
    await expect(call).rejects.toThrow(/timeout/)
    await expect(call).rejects.toThrow(ApiUnavailableError)
    expect(requests).toHaveLength(1)
  })
})

describe('aborting', () => {
  it('is the reason that the caller gave, not an outage', async () => {
    const { fetch, requests } = recordingFetch('silence')
    const abort = new AbortController()
    const call = offlineKit(fetch).workos.organizations.get(
      { id: 'org_1' },
      { signal: abort.signal },
    )
    const reason = new Error('the visitor left')
    abort.abort(reason)
    await expect(call).rejects.toBe(reason)
    expect(requests.length).toBeLessThan(2)
  })

  it('sends nothing when the signal was aborted before', async () => {
    const { fetch, requests } = recordingFetch(ok())
    const call = offlineKit(fetch).workos.organizations.get(
      { id: 'org_1' },
      { signal: AbortSignal.abort() },
    )
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    expect(requests).toHaveLength(0)
  })

  it('ends a wait between two tries', async () => {
    const { fetch, requests } = recordingFetch(busy(503))
    const abort = new AbortController()
    const { workos } = offlineKit(fetch, {
      sleep: () => {
        abort.abort()
        return new Promise(() => {})
      },
    })
    const call = workos.organizations.get({ id: 'org_1' }, { signal: abort.signal })
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    expect(requests).toHaveLength(1)
  })
})

describe('hooks', () => {
  it('see every try, and never what was filled into a path, a body or a header', async () => {
    const seen: unknown[] = []
    const hooks: ApiHooks = {
      onRequest: (attempt) => seen.push({ request: attempt }),
      onResponse: (answer) => seen.push({ response: answer }),
      onRetry: (retry) => seen.push({ retry }),
    }
    const { fetch } = recordingFetch(busy(503), busy(404))
    const { workos } = offlineKit(fetch, { api: { hooks } })
    const error = await workos.invitations
      .getByToken({ token: 'very-secret-token' })
      .catch((cause: unknown) => cause)
    const call = { method: 'GET', path: '/user_management/invitations/by_token/{token}' }
    const requestId = 'req_busy'
    expect(seen).toEqual([
      { request: { ...call, attempt: 1 } },
      { response: { ...call, attempt: 1, status: 503, requestId, duration: 0 } },
      { retry: { ...call, attempt: 1, status: 503, delay: 500 } },
      { request: { ...call, attempt: 2 } },
      { response: { ...call, attempt: 2, status: 404, requestId, duration: 0 } },
    ])
    expect(error).toBeInstanceOf(LatchkeyError)
    expect(String(error) + JSON.stringify([error, seen])).not.toContain('very-secret-token')
  })
})

describe('what travels', () => {
  it('sends /sso/token as a form, with the client and the grant filled in', async () => {
    const { fetch, requests } = recordingFetch(busy(400))
    const call = offlineKit(fetch).workos.sso.getProfileAndToken({ code: 'code & more' })
    await expect(call).rejects.toThrow(ApiRejectedError)
    const [request] = requests
    expect(request?.headers.get('content-type')).toBe('application/x-www-form-urlencoded')
    expect(request?.headers.has('authorization')).toBe(false)
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      client_id: 'client_emulator',
      client_secret: 'sk_test_emulator',
      code: 'code & more',
      grant_type: 'authorization_code',
    })
  })

  it('asks for a profile with the token of the person', async () => {
    const { fetch, requests } = recordingFetch(busy(401))
    const call = offlineKit(fetch).workos.sso.getProfile({ accessToken: 'token' })
    await expect(call).rejects.toThrow(ApiRejectedError)
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token')
  })

  it('leaves the product’s own keys alone, and gives WorkOS’s keys WorkOS’s spelling', async () => {
    const { fetch, requests } = recordingFetch(Response.json({ success: true }))
    await offlineKit(fetch).workos.auditLogs.createEvent({
      organizationId: 'org_1',
      event: {
        action: 'invoice.sent',
        occurredAt: '2026-11-20T00:00:00.000Z',
        actor: { id: 'user_1', type: 'user', metadata: { costCentre: 'A', sub_team: 'b' } },
        targets: [{ id: 'inv_1', type: 'invoice' }],
        context: { location: '127.0.0.1', userAgent: 'curl' },
      },
    })
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      organization_id: 'org_1',
      event: {
        occurred_at: '2026-11-20T00:00:00.000Z',
        actor: { metadata: { costCentre: 'A', sub_team: 'b' } },
        context: { user_agent: 'curl' },
      },
    })
  })

  it('keeps the one parameter that WorkOS itself writes in camelCase', async () => {
    const { fetch, requests } = recordingFetch(Response.json({ data: [], list_metadata: {} }))
    await offlineKit(fetch).workos.vault.listObjects({ updatedAfter: '2026-11-20T00:00:00Z' })
    expect(requests[0]?.query).toEqual({ updatedAfter: '2026-11-20T00:00:00Z' })
  })

  it('refuses fields that exclude each other before anything is sent', async () => {
    const { fetch, requests } = recordingFetch(ok())
    const both = { roleSlug: 'admin', roleSlugs: ['admin'] }
    const call = offlineKit(fetch).workos.organizationMemberships.create(
      // @ts-expect-error one role or several, not both
      { userId: 'user_1', organizationId: 'org_1', ...both },
    )
    await expect(call).rejects.toMatchObject({ code: 'input_invalid' })
    expect(requests).toHaveLength(0)
  })
})
