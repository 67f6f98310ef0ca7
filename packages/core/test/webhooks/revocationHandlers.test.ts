import { describe, expect, it } from 'vitest'
import { createRevocations, type RevocableClaims } from '../../src/index.ts'
import { createWebhookReceiver, revocationHandlers, signPayload } from '../../src/webhooks/index.ts'
import fixtures from '../fixtures/events.json' with { type: 'json' }

const secret = 'whsec_1'
const createdAt = '2026-01-15T12:00:00.900Z'
const at = Date.parse('2026-01-15T12:00:00Z') / 1000

async function standingAfter(
  name: keyof typeof fixtures,
  data: Record<string, unknown>,
  claims: Partial<RevocableClaims> = {},
) {
  const revocations = createRevocations()
  const receive = createWebhookReceiver({
    secrets: secret,
    handlers: revocationHandlers(revocations),
  })
  const wire = fixtures[name]
  const body = JSON.stringify({
    ...wire,
    created_at: createdAt,
    data: { ...wire.data, ...data },
  })
  const response = await receive(
    new Request('https://example.com', {
      method: 'POST',
      body,
      headers: { 'workos-signature': await signPayload({ payload: body, secret }) },
    }),
  )
  expect(response.status).toBe(200)
  return revocations.check({
    userId: 'user_1',
    sessionId: 'session_1',
    organizationId: 'org_1',
    issuedAt: at,
    ...claims,
  })
}

const later = { issuedAt: at + 1 }

describe('revocation handlers', () => {
  it('end a session that WorkOS ended', async () => {
    expect(await standingAfter('session.revoked', { id: 'session_1' })).toBe('revoked')
    expect(await standingAfter('session.revoked', { id: 'session_2' })).toBe('valid')
  })

  it('end the sessions of a deleted user', async () => {
    expect(await standingAfter('user.deleted', { id: 'user_1' })).toBe('revoked')
    expect(await standingAfter('user.deleted', { id: 'user_2' })).toBe('valid')
  })

  it.each(['organization_membership.deleted', 'organization_membership.updated'] as const)(
    'outdate the tokens of before at %s',
    async (name) => {
      const membership = { user_id: 'user_1', organization_id: 'org_1' }
      expect(await standingAfter(name, membership)).toBe('outdated')
      expect(await standingAfter(name, membership, later)).toBe('valid')
      expect(await standingAfter(name, { ...membership, organization_id: 'org_2' })).toBe('valid')
    },
  )
})
