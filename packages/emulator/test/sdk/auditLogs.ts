import { expect, test } from 'vitest'
import { northwind, startWithSdk } from '../support/sdk.ts'

const event = {
  action: 'report.exported',
  occurredAt: new Date('2030-01-02T03:04:05Z'),
  actor: { type: 'user', id: 'user_1', name: 'Ada "the first" Okafor' },
  targets: [{ type: 'report', id: 'report_1', metadata: { pages: 3 } }],
  context: { location: '198.51.100.1', userAgent: 'curl' },
}

test('an event is exported as CSV, from an address that expires', async () => {
  const { emulator, workos } = await startWithSdk()
  await workos.auditLogs.createEvent(northwind, event)
  await workos.auditLogs.createEvent(northwind, { ...event, action: 'report.deleted' })
  const made = await workos.auditLogs.createExport({
    organizationId: northwind,
    rangeStart: new Date('2030-01-01T00:00:00Z'),
    rangeEnd: new Date('2030-02-01T00:00:00Z'),
    actions: ['report.exported'],
  })
  expect(made.state).toBe('ready')
  const csv = await (await fetch(made.url ?? '')).text()
  const [header, line, end] = csv.split('\r\n')
  expect(header).toMatch(/^id,action,occurred_at,version,actor_id,actor_type,actor_name/)
  expect(line).toContain(
    'report.exported,2030-01-02T03:04:05.000Z,1,user_1,user,"Ada ""the first"" Okafor"',
  )
  expect(end).toBe('')

  emulator.clock.advance({ seconds: 601 })
  expect((await fetch(made.url ?? '')).status).toBe(403)
  const again = await workos.auditLogs.getExport(made.id)
  expect(again.url).not.toBe(made.url)
  expect((await fetch(again.url ?? '')).status).toBe(200)
})

test('the default seed has a history of thirty days', async () => {
  const { workos } = await startWithSdk()
  const made = await workos.auditLogs.createExport({
    organizationId: northwind,
    rangeStart: new Date(Date.now() - 31 * 86_400_000),
    rangeEnd: new Date(),
  })
  const lines = (await (await fetch(made.url ?? '')).text()).trim().split('\r\n').slice(1)
  const days = new Set(lines.map((line) => line.split(',')[2]?.slice(0, 10)))
  expect(days.size).toBeGreaterThan(20)
})

test('a schema refuses targets that it does not know', async () => {
  const { workos } = await startWithSdk()
  const schema = await workos.auditLogs.createSchema({
    action: 'report.exported',
    targets: [{ type: 'report' }],
  })
  expect(schema.version).toBe(1)
  await workos.auditLogs.createEvent(northwind, event)
  await expect(
    workos.auditLogs.createEvent(northwind, { ...event, targets: [{ type: 'team', id: '1' }] }),
  ).rejects.toMatchObject({ status: 400 })
  const { data } = await workos.auditLogs.listSchemas('report.exported')
  expect(data).toMatchObject([{ version: 1, targets: [{ type: 'report' }] }])
})

test('how long an organization keeps its log', async () => {
  const { workos } = await startWithSdk()
  await workos.auditLogs.updateOrganizationAuditLogsRetention({
    id: northwind,
    retentionPeriod: '1_YEAR',
  })
  expect(await workos.auditLogs.getOrganizationAuditLogsRetention({ id: northwind })).toMatchObject(
    { retentionPeriodInDays: 365 },
  )
})
