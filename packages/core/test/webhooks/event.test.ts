import { describe, expect, it } from 'vitest'
import { events, eventsWithoutWebhook, webhookEventNames } from '../../src/contract/index.ts'
import { PayloadError } from '../../src/index.ts'
import { signPayload, verifyWebhook } from '../../src/webhooks/index.ts'
import fixtures from '../fixtures/events.json' with { type: 'json' }

const secret = 'whsec_1'

async function receive(wire: unknown) {
  const payload = typeof wire === 'string' ? wire : JSON.stringify(wire)
  const signature = await signPayload({ payload, secret })
  return verifyWebhook({ payload, signature, secrets: secret })
}

async function pathOf(wire: unknown) {
  const error = await receive(wire).catch((thrown: unknown) => thrown)
  return error instanceof PayloadError ? error.path : error
}

/** Every key in a value, however deep, in the order of the alphabet. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([key, inner]) => [key, ...keysOf(inner)])
    .sort()
}

const comparable = (value: unknown) =>
  keysOf(value).map((key) => key.replaceAll('_', '').toLowerCase())

describe('events', () => {
  it('are the 111 that WorkOS documents, 93 of them for webhooks', () => {
    expect(Object.keys(events).sort()).toEqual(Object.keys(fixtures).sort())
    expect(Object.keys(events)).toHaveLength(111)
    expect(eventsWithoutWebhook.size).toBe(18)
    expect(webhookEventNames).toHaveLength(93)
  })

  it.each(Object.entries(fixtures))('%s is read, and nothing of it is lost', async (name, wire) => {
    const event = await receive(wire)
    expect(event).toMatchObject({
      kind: 'known',
      event: name,
      id: wire.id,
      createdAt: wire.created_at,
    })
    expect(comparable(event.data).sort()).toEqual(comparable(wire.data).sort())
    expect(comparable(event.context)).toEqual(comparable('context' in wire ? wire.context : {}))
  })

  it('speak camelCase, and leave the product’s own keys alone', async () => {
    const created = fixtures['user.created']
    const event = await receive({
      ...created,
      data: { ...created.data, first_name: 'Ada', metadata: { plan_name: 'free' } },
    })
    expect(event.data).toMatchObject({ firstName: 'Ada', metadata: { plan_name: 'free' } })
    const stored = fixtures['vault.data.created']
    const vault = await receive({
      ...stored,
      data: { ...stored.data, key_context: { tenant_id: 'org_1' } },
    })
    expect(vault.data).toMatchObject({ keyContext: { tenant_id: 'org_1' } })
  })

  it('that are newer than the kit come through as they are', async () => {
    const wire = {
      id: 'event_1',
      event: 'user.teleported',
      data: { some_key: 1 },
      created_at: '2027-01-01T00:00:00.000Z',
    }
    expect(await receive(wire)).toEqual({
      kind: 'unknown',
      id: 'event_1',
      event: 'user.teleported',
      data: { some_key: 1 },
      context: undefined,
      createdAt: '2027-01-01T00:00:00.000Z',
    })
    for (const event of ['__proto__', 'constructor', 'toString']) {
      expect(await receive({ ...wire, event })).toMatchObject({ kind: 'unknown', event })
    }
  })

  it('may have fields and values that are newer than the kit', async () => {
    const revoked = fixtures['session.revoked']
    const event = await receive({
      ...revoked,
      data: { ...revoked.data, auth_method: 'telepathy', brand_new: true },
    })
    expect(event.data).toMatchObject({ authMethod: 'telepathy' })
  })

  it('without a field that they must have say which', async () => {
    const created = fixtures['user.created']
    const { email: _, ...data } = created.data
    expect(await pathOf({ ...created, data })).toBe('data.email')
    expect(await pathOf({ ...created, id: undefined })).toBe('id')
    expect(await pathOf([])).toBe('(body)')
    expect(await pathOf('{')).toBe('(body)')
  })
})
