import { expect, test } from 'vitest'
import { openReceiver } from '../support/receiver.ts'
import { northwind, startWithSdk, told } from '../support/sdk.ts'

test('webhook endpoints: made, changed, deleted', async () => {
  const { workos } = await startWithSdk()
  const { webhooks } = workos
  const made = await webhooks.createWebhookEndpoint({
    endpointUrl: 'http://127.0.0.1:9/hook',
    events: ['user.created'],
  })
  expect(made).toMatchObject({ status: 'enabled', secret: expect.stringMatching(/^whsec_/) })
  await expect(
    webhooks.createWebhookEndpoint({ endpointUrl: made.endpointUrl, events: [] }),
  ).rejects.toMatchObject({ status: 409 })
  await expect(
    webhooks.createWebhookEndpoint({ endpointUrl: 'ftp://host/', events: [] }),
  ).rejects.toMatchObject({ status: 422 })
  const changed = await webhooks.updateWebhookEndpoint({
    id: made.id,
    status: 'disabled',
    events: ['user.deleted'],
  })
  expect(changed).toMatchObject({ status: 'disabled', events: ['user.deleted'] })
  expect((await webhooks.listWebhookEndpoints()).data).toEqual([changed])
  await webhooks.deleteWebhookEndpoint({ id: made.id })
  expect((await webhooks.listWebhookEndpoints()).data).toEqual([])
})

test('deliveries come in order, and the SDK verifies them', async () => {
  const { emulator, workos } = await startWithSdk()
  const receiver = await openReceiver()
  const endpoint = await workos.webhooks.createWebhookEndpoint({
    endpointUrl: receiver.url,
    events: ['user.created', 'user.updated', 'user.deleted'],
  })
  const user = await workos.userManagement.createUser({ email: 'new@home.example' })
  await workos.userManagement.updateUser({ userId: user.id, firstName: 'Nia' })
  await workos.organizations.createOrganization({ name: 'Not asked for' })
  await workos.userManagement.deleteUser(user.id)
  await emulator.webhooks.settled()

  const events = await Promise.all(
    receiver.received.map(({ body, signature }) =>
      workos.webhooks.constructEvent({
        payload: JSON.parse(body),
        sigHeader: signature,
        secret: endpoint.secret,
      }),
    ),
  )
  expect(events.map(({ event }) => event)).toEqual(['user.created', 'user.updated', 'user.deleted'])
  const { data: log } = await workos.events.listEvents({ events: ['user.created'] })
  expect(log.map(({ id }) => id)).toEqual([events[0]?.id])
  expect(receiver.received[0]?.signature).toMatch(/^t=\d{13}, v1=[0-9a-f]{64}$/)
})

test('a failed delivery is tried again by the clock, then given up, and sent again by hand', async () => {
  const { emulator, workos } = await startWithSdk()
  emulator.clock.freeze()
  const receiver = await openReceiver([500, 302])
  await workos.webhooks.createWebhookEndpoint({
    endpointUrl: receiver.url,
    events: ['organization.created'],
  })
  await workos.organizations.createOrganization({ name: 'One' })
  await emulator.webhooks.settled()
  expect(emulator.webhooks.deliveries()).toMatchObject([
    { state: 'pending', attempts: [{ status: 500, error: 'It answered 500.' }] },
  ])
  // The one that waits holds nobody up.
  await workos.organizations.createOrganization({ name: 'Two' })
  await emulator.webhooks.settled()
  expect(receiver.received).toHaveLength(2)
  emulator.clock.advance({ seconds: 5 })
  await emulator.webhooks.settled()
  expect(emulator.webhooks.deliveries({ state: 'delivered' })).toHaveLength(2)

  const deaf = await openReceiver(Array.from({ length: 7 }, () => 503))
  await workos.webhooks.createWebhookEndpoint({
    endpointUrl: deaf.url,
    events: ['group.created'],
  })
  await workos.groups.createGroup({ organizationId: northwind, name: 'Pilots' })
  for (let hour = 0; hour < 12; hour++) {
    await emulator.webhooks.settled()
    emulator.clock.advance({ seconds: 3600 })
  }
  const [given] = emulator.webhooks.deliveries({ event: 'group.created' })
  expect(given).toMatchObject({ state: 'failed', next_attempt_at: null })
  expect(given?.attempts).toHaveLength(7)
  const again = emulator.webhooks.resend(given?.id ?? '')
  await emulator.webhooks.settled()
  expect(emulator.webhooks.deliveries().find(({ id }) => id === again.id)).toMatchObject({
    state: 'delivered',
  })
  const ids = new Set(deaf.received.map(({ event }) => event.id))
  expect([ids.size, deaf.received.length]).toEqual([1, 8])
})

test('a receiver that is not there is an error with a reason', async () => {
  const { emulator, workos } = await startWithSdk()
  await workos.webhooks.createWebhookEndpoint({
    endpointUrl: 'http://127.0.0.1:1/hook',
    events: ['group.created'],
  })
  await workos.groups.createGroup({ organizationId: northwind, name: 'Pilots' })
  await emulator.webhooks.settled()
  const [delivery] = emulator.webhooks.deliveries()
  expect(delivery?.attempts[0]).toMatchObject({ status: null, error: expect.any(String) })
})

test('the event log is filtered and read on from a cursor', async () => {
  const { emulator, workos } = await startWithSdk()
  emulator.clock.freeze('2030-01-01T00:00:00Z')
  for (const name of ['One', 'Two', 'Three']) {
    await workos.groups.createGroup({ organizationId: northwind, name })
    emulator.clock.advance({ seconds: 60 })
  }
  await workos.organizations.createOrganization({ name: 'Another' })
  const list = workos.events.listEvents.bind(workos.events)
  const events = ['group.created' as const, 'organization.created' as const]
  const first = await list({ events, limit: 2, order: 'asc' })
  expect(first.data.map(({ event }) => event)).toEqual(['group.created', 'group.created'])
  const rest = await list({ events, after: first.listMetadata.after ?? '' })
  expect(rest.data.map(({ event }) => event)).toEqual(['group.created', 'organization.created'])
  const ranged = await list({
    events,
    rangeStart: '2030-01-01T00:01:00Z',
    rangeEnd: '2030-01-01T00:02:00Z',
  })
  expect(ranged.data).toHaveLength(1)
  const ofNorthwind = await list({ events, organizationId: northwind })
  expect(ofNorthwind.data).toHaveLength(3)
  expect(told(emulator)).toHaveLength(4)
})

test('codes, tokens and links are in the inbox and never in an event', async () => {
  const { emulator, workos } = await startWithSdk()
  await workos.userManagement.sendInvitation({ email: 'guest@home.example' })
  const invitation = (await workos.userManagement.listInvitations({})).data[0]
  const told = JSON.stringify(emulator.events.list())
  expect(told).toContain('invitation.created')
  expect(told).not.toContain(invitation?.token)
  expect(told).not.toContain('accept_invitation_url')
})
