import { describe, expect, it } from 'vitest'
import { createWorkOS } from '../../src/index.ts'
import { signPayload, verifyWebhook } from '../../src/webhooks/index.ts'
import fixtures from '../fixtures/events.json' with { type: 'json' }
import { kitFor, startEmulator } from '../support/emulator.ts'
import { offlineKit } from '../support/offlineKit.ts'
import { recordingFetch } from '../support/recordingFetch.ts'

/** The event log that holds these. */
function logOf(...data: readonly object[]) {
  const list = { object: 'list', data, list_metadata: { after: null } }
  const { fetch } = recordingFetch(Response.json(list, { headers: { 'x-request-id': 'req_1' } }))
  return offlineKit(fetch).workos.events.list()
}

const newer = {
  object: 'event',
  id: 'event_1',
  event: 'user.teleported',
  data: { some_key: 1 },
  created_at: '2027-01-01T00:00:00.000Z',
}

describe('the event log', () => {
  it('holds the events that webhooks bring, every one the same', async () => {
    const wires = Object.values(fixtures)
    const { data, listMetadata } = await logOf(...wires)
    const secret = 'whsec_1'
    const delivered = wires.map(async (wire) => {
      const payload = JSON.stringify(wire)
      const signature = await signPayload({ payload, secret })
      return verifyWebhook({ payload, signature, secrets: secret })
    })
    expect(data).toEqual(await Promise.all(delivered))
    expect(data.every(({ kind }) => kind === 'known')).toBe(true)
    expect(listMetadata).toEqual({ after: null })
  })

  it('speaks camelCase, and leaves the product’s own keys alone', async () => {
    const wire = fixtures['user.created']
    const metadata = { plan_name: 'free' }
    const { data } = await logOf({ ...wire, data: { ...wire.data, first_name: 'Ada', metadata } })
    expect(data[0]?.data).toMatchObject({ firstName: 'Ada', metadata })
  })

  it('passes on what is newer than the kit, as it is', async () => {
    const revoked = fixtures['session.revoked']
    const fields = { auth_method: 'telepathy', brand_new: true }
    const { data } = await logOf(newer, { ...revoked, data: { ...revoked.data, ...fields } })
    const { object: _, created_at: createdAt, ...rest } = newer
    expect(data[0]).toEqual({ kind: 'unknown', ...rest, createdAt })
    expect(data[1]).toMatchObject({ kind: 'known', data: { authMethod: 'telepathy' } })
  })

  it('names the field that a known event lacks', async () => {
    const wire = fixtures['user.created']
    const { email: _, ...data } = wire.data
    await expect(logOf(newer, { ...wire, data })).rejects.toMatchObject({
      code: 'api_response_invalid',
      path: 'data.1.data.email',
      requestId: 'req_1',
    })
  })

  it('of the emulator is read to its end', async () => {
    const workos = createWorkOS(kitFor(await startEmulator()).kit)
    const { id } = await workos.users.create({ email: 'new@home.example', firstName: 'Nia' })
    await workos.users.update({ id, lastName: 'Ek' })
    const names: string[] = []
    for await (const { event, data } of workos.events.list({
      events: ['user.created', 'user.updated'],
    })) {
      if (data.id === id) names.push(event)
    }
    expect(names.sort()).toEqual(['user.created', 'user.updated'])
    for await (const event of workos.events.list()) expect(event.kind).toBe('known')
  })
})
