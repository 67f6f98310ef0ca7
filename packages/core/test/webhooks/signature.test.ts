import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError, SignatureError } from '../../src/index.ts'
import { signPayload, verifyWebhook, type WebhookDelivery } from '../../src/webhooks/index.ts'
import events from '../fixtures/events.json' with { type: 'json' }
import golden from '../fixtures/signatures.json' with { type: 'json' }

const now = 1_800_000_000_000
const secret = 'whsec_1'
const payload = JSON.stringify(events['user.created'])

async function delivery(changes: Partial<WebhookDelivery> = {}): Promise<WebhookDelivery> {
  return {
    payload,
    signature: await signPayload({ payload, secret, now }),
    secrets: secret,
    now,
    ...changes,
  }
}

async function problemOf(changes: Partial<WebhookDelivery>) {
  const error = await verifyWebhook(await delivery(changes)).catch((thrown: unknown) => thrown)
  return error instanceof SignatureError ? error.problem : error
}

describe('a webhook signature', () => {
  it('holds for the bytes that were signed, as text, bytes or a buffer', async () => {
    const bytes = new TextEncoder().encode(payload)
    for (const body of [payload, bytes, bytes.buffer]) {
      const event = await verifyWebhook(await delivery({ payload: body }))
      expect(event).toMatchObject({ kind: 'known', event: 'user.created' })
    }
  })

  it.each(golden.webhooks)('made by the official SDK holds', async ({ payload, timestamp, v1 }) => {
    for (const separator of [', ', ',']) {
      const event = await verifyWebhook({
        payload,
        signature: `t=${timestamp}${separator}v1=${v1}`,
        secrets: golden.secret,
        now: timestamp,
      })
      expect(event.kind).toBe('known')
    }
    const own = await signPayload({ payload, secret: golden.secret, now: timestamp })
    expect(own).toBe(`t=${timestamp}, v1=${v1}`)
  })

  it('holds by any of several secrets, so that they can be changed', async () => {
    const rotated = await delivery({ secrets: ['whsec_2', undefined, '', secret] })
    expect((await verifyWebhook(rotated)).kind).toBe('known')
    expect(await problemOf({ secrets: ['whsec_2', 'whsec_3'] })).toBe('mismatch')
  })

  it.each([undefined, '', ' ', [], [undefined], ['']])(
    'is never believed without a secret: %j',
    async (secrets) => {
      expect(await problemOf({ secrets })).toMatchObject({ code: 'configuration_invalid' })
    },
  )

  it('holds for three minutes, in both directions', async () => {
    for (const drift of [-180_000, 180_000]) {
      expect((await verifyWebhook(await delivery({ now: now + drift }))).kind).toBe('known')
    }
    for (const drift of [-180_001, 180_001, 3_600_000, -3_600_000]) {
      expect(await problemOf({ now: now + drift })).toBe('outside-tolerance')
    }
  })

  it('in seconds is not of now', async () => {
    const signature = await signPayload({ payload, secret, now: now / 1000 })
    expect(await problemOf({ signature })).toBe('outside-tolerance')
  })

  it.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY])(
    'is not checked with a tolerance of %s',
    async (tolerance) => {
      expect(await problemOf({ tolerance })).toBeInstanceOf(InputError)
    },
  )

  it.each([undefined, null, ''])('is missing: %j', async (signature) => {
    expect(await problemOf({ signature })).toBe('missing')
  })

  it('in any other form is refused, even where its code would fit', async () => {
    const [t = '', v1 = ''] = (await signPayload({ payload, secret, now })).split(', ')
    const forms = [
      `${v1}, ${t}`,
      `${t};${v1}`,
      `${t},  ${v1}`,
      ` ${t}, ${v1}`,
      `${t}, ${v1}, ${v1}`,
      `${t}, ${v1}0`,
      `${t}, ${v1.slice(0, -1)}`,
      `${t}, ${v1.toUpperCase()}`,
      `${t}, v1=`,
      `t=, ${v1}`,
      `t=NaN, ${v1}`,
      `t=1e12, ${v1}`,
      `t=-1, ${v1}`,
      `t=${now}.5, ${v1}`,
      t,
      v1,
      'garbage',
    ]
    for (const signature of forms)
      expect(await problemOf({ signature }), signature).toBe('malformed')
  })

  it('does not hold for anything else than what was signed', async () => {
    const respelt = JSON.stringify(JSON.parse(payload), null, 1)
    expect(await problemOf({ payload: respelt })).toBe('mismatch')
    const bytes = new TextEncoder().encode(payload)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (index, flip) => {
          const tampered = bytes.with(index, (bytes[index] ?? 0) ^ flip)
          expect(await problemOf({ payload: tampered })).toBe('mismatch')
        },
      ),
      { numRuns: 50 },
    )
  })

  it('covers the timestamp', async () => {
    const [, v1] = (await signPayload({ payload, secret, now })).split(', ')
    expect(await problemOf({ signature: `t=${now + 1}, ${v1}` })).toBe('mismatch')
  })

  it('cannot be checked over parsed JSON', async () => {
    const parsed = { payload: JSON.parse(payload) } as Partial<WebhookDelivery>
    expect(await problemOf(parsed)).toMatchObject({
      code: 'input_invalid',
      fix: expect.stringContaining('raw body'),
    })
  })
})
