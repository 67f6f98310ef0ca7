import { describe, expect, it } from 'vitest'
import {
  createReplayGuard,
  createWebhookReceiver,
  type ReplayGuard,
  signPayload,
  type WebhookReceiverOptions,
  type WebhookReport,
} from '../../src/webhooks/index.ts'
import fixtures from '../fixtures/events.json' with { type: 'json' }

const secret = 'whsec_1'
const created = fixtures['user.created']

function receiverWith(options: Partial<WebhookReceiverOptions>) {
  const reports: WebhookReport[] = []
  const receive = createWebhookReceiver({
    secrets: secret,
    handlers: {},
    report: (report) => reports.push(report),
    ...options,
  })
  return { receive, reports }
}

async function requestWith(
  wire: unknown,
  { signWith = secret, headers = {} }: { signWith?: string; headers?: Record<string, string> } = {},
) {
  const body = JSON.stringify(wire)
  return new Request('https://example.com/webhooks', {
    method: 'POST',
    body,
    headers: {
      'workos-signature': await signPayload({ payload: body, secret: signWith }),
      ...headers,
    },
  })
}

async function answerOf(response: Response) {
  return { status: response.status, body: await response.json() }
}

describe('a webhook receiver', () => {
  it('calls the handler of an event with its data', async () => {
    const emails: string[] = []
    const { receive, reports } = receiverWith({
      handlers: {
        'user.created': async ({ data }) => {
          emails.push(data.email)
        },
        'user.deleted': () => {
          throw new Error('not this one')
        },
      },
    })
    const response = await receive(await requestWith(created))
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await answerOf(response)).toEqual({ status: 200, body: { status: 'handled' } })
    expect(emails).toEqual([created.data.email])
    expect(reports).toMatchObject([{ kind: 'handled', event: { event: 'user.created' } }])
  })

  it('calls several sets of handlers in their order', async () => {
    const calls: string[] = []
    const named = (name: string) => ({ 'user.created': () => void calls.push(name) })
    const { receive } = receiverWith({ handlers: [named('first'), {}, named('second')] })
    await receive(await requestWith(created))
    expect(calls).toEqual(['first', 'second'])
  })

  it('handles an event once, however often it is delivered', async () => {
    let calls = 0
    const { receive, reports } = receiverWith({ handlers: { 'user.created': () => void calls++ } })
    await receive(await requestWith(created))
    const again = await answerOf(await receive(await requestWith(created)))
    expect(again).toEqual({ status: 200, body: { status: 'repeated' } })
    expect(calls).toBe(1)
    expect(reports.map(({ kind }) => kind)).toEqual(['handled', 'repeated'])
    await receive(await requestWith({ ...created, id: 'event_other' }))
    expect(calls).toBe(2)
  })

  it('takes an event again whose handler failed', async () => {
    let healthy = false
    const cause = new Error('the database is down')
    const { receive, reports } = receiverWith({
      handlers: {
        'user.created': () => {
          if (!healthy) throw cause
        },
      },
    })
    const failed = await answerOf(await receive(await requestWith(created)))
    expect(failed).toEqual({ status: 500, body: { code: 'handler_failed' } })
    expect(reports).toMatchObject([{ kind: 'failed', cause }])
    healthy = true
    expect((await receive(await requestWith(created))).status).toBe(200)
  })

  it('answers neither yes nor no to a second delivery while the first is being handled', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { receive } = receiverWith({ handlers: { 'user.created': () => promise } })
    const first = receive(await requestWith(created))
    const second = await receive(await requestWith(created))
    expect(second.status).toBe(409)
    expect(second.headers.get('retry-after')).toBe('5')
    resolve()
    expect((await first).status).toBe(200)
    expect(await answerOf(await receive(await requestWith(created)))).toMatchObject({
      body: { status: 'repeated' },
    })
  })

  it('says 200 to events without a handler and to those it does not know, and reports them', async () => {
    const { receive, reports } = receiverWith({})
    expect((await receive(await requestWith(created))).status).toBe(200)
    const unknown = { ...created, event: 'user.teleported', data: { to: 'Mars' } }
    expect((await receive(await requestWith(unknown))).status).toBe(200)
    expect(reports).toMatchObject([
      { kind: 'ignored', event: { event: 'user.created' } },
      { kind: 'unknown', event: { event: 'user.teleported', data: { to: 'Mars' } } },
    ])
  })

  it('calls no handler for what WorkOS did not sign', async () => {
    const { receive, reports } = receiverWith({
      handlers: {
        'user.created': () => {
          throw new Error('was called')
        },
      },
    })
    const forged = await requestWith(created, { signWith: 'whsec_other' })
    expect(await answerOf(await receive(forged))).toEqual({
      status: 400,
      body: { code: 'signature_invalid', problem: 'mismatch' },
    })
    const unsigned = new Request('https://example.com', { method: 'POST', body: '{}' })
    expect((await receive(unsigned)).status).toBe(400)
    expect(reports.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })

  it('believes nothing without a secret, and loses nothing: WorkOS delivers again', async () => {
    const { receive, reports } = receiverWith({ secrets: undefined })
    expect(await answerOf(await receive(await requestWith(created)))).toEqual({
      status: 500,
      body: { code: 'configuration_invalid' },
    })
    expect(reports).toMatchObject([{ kind: 'refused', error: { code: 'configuration_invalid' } }])
  })

  it('names a known event in a shape that is not documented', async () => {
    const { receive, reports } = receiverWith({})
    const odd = { ...created, data: { object: 'user' } }
    expect((await receive(await requestWith(odd))).status).toBe(422)
    expect(reports).toMatchObject([{ error: { code: 'payload_invalid', path: 'data.id' } }])
  })

  it('reads no body that is too long, announced or not', async () => {
    const { receive } = receiverWith({ maxBodyBytes: 1_000 })
    const long = { ...created, padding: 'x'.repeat(2_000) }
    const announced = await requestWith(long, { headers: { 'content-length': '2500' } })
    expect((await receive(announced)).status).toBe(413)
    expect((await receive(await requestWith(long))).status).toBe(413)
  })

  it('answers to POST alone', async () => {
    const response = await receiverWith({}).receive(new Request('https://example.com'))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it('fails, and does not handle unguarded, when its replay guard fails', async () => {
    const broken: ReplayGuard = {
      begin: () => Promise.reject(new Error('unreachable')),
      async complete() {},
      async abandon() {},
    }
    let calls = 0
    const { receive } = receiverWith({
      replay: broken,
      handlers: { 'user.created': () => void calls++ },
    })
    expect((await receive(await requestWith(created))).status).toBe(500)
    expect(calls).toBe(0)
  })
})

describe('the replay guard in memory', () => {
  it('forgets what is older than WorkOS delivers', async () => {
    const clock = { now: 0 }
    const guard = createReplayGuard({ now: () => clock.now, retention: 1_000 })
    expect(await guard.begin('event_1')).toBe('begun')
    await guard.complete('event_1')
    clock.now = 1_000
    expect(await guard.begin('event_1')).toBe('done')
    clock.now = 1_001
    expect(await guard.begin('event_1')).toBe('begun')
  })

  it('is bounded: the oldest makes room', async () => {
    const guard = createReplayGuard({ capacity: 2 })
    for (const id of ['a', 'b', 'c']) {
      await guard.begin(id)
      await guard.complete(id)
    }
    const answers = await Promise.all(['c', 'b', 'a'].map((id) => guard.begin(id)))
    expect(answers).toEqual(['done', 'done', 'begun'])
  })
})
