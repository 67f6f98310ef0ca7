import { WorkOS } from '@workos-inc/node'
import { describe, expect, it } from 'vitest'
import {
  type ActionVerdict,
  signActionResponse,
  signPayload,
  verifyAction,
  verifyWebhook,
} from '../../src/webhooks/index.ts'
import contexts from '../fixtures/actionContexts.json' with { type: 'json' }
import events from '../fixtures/events.json' with { type: 'json' }
import golden from '../fixtures/signatures.json' with { type: 'json' }

const secret = 'whsec_interop'
const sdk = new WorkOS('sk_test_interop')

describe('the official SDK', () => {
  it.each(Object.entries(events))('accepts our signature of %s', async (name, wire) => {
    const payload = JSON.stringify(wire)
    const sigHeader = await signPayload({ payload, secret })
    const event = await sdk.webhooks.constructEvent({ payload, sigHeader, secret })
    expect(event).toMatchObject({ event: name, id: wire.id })
  })

  it.each(Object.entries(events))('signs %s so that we accept it', async (name, wire) => {
    const payload = JSON.stringify(wire, null, 2)
    const now = Date.now()
    const v1 = await sdk.webhooks.computeSignature(now, payload, secret)
    const event = await verifyWebhook({
      payload: new TextEncoder().encode(payload),
      signature: `t=${now},v1=${v1}`,
      secrets: ['whsec_newer', secret],
    })
    expect(event).toMatchObject({ kind: 'known', event: name, id: wire.id })
  })

  it.each(Object.entries(contexts))('reads %s as we do', async (_, wire) => {
    const payload = JSON.stringify(wire)
    const signature = await signPayload({ payload, secret })
    const theirs = await sdk.actions.constructAction({ payload, sigHeader: signature, secret })
    const ours = await verifyAction({ payload, signature, secrets: secret })
    const { object, id, ipAddress, userAgent, deviceFingerprint } = theirs
    const told = { object, id, ipAddress, userAgent, deviceFingerprint }
    expect(ours.context).toMatchObject(JSON.parse(JSON.stringify(told)))
  })

  const verdicts: ActionVerdict[] = [
    { verdict: 'Allow' },
    { verdict: 'Deny' },
    { verdict: 'Deny', errorMessage: 'Not „today“.' },
  ]

  it.each(verdicts)('signs %j as we do', async (verdict) => {
    for (const type of ['authentication', 'user_registration'] as const) {
      const theirs = await sdk.actions.signResponse({ type, ...verdict }, secret)
      const ours = await signActionResponse(
        {
          context: { object: `${type}_action_context` },
          secret,
          now: theirs.payload.timestamp,
        },
        verdict,
      )
      expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs))
    }
  })

  it('signs as it did when the golden vectors were made', async () => {
    for (const { payload, timestamp, v1 } of golden.webhooks) {
      expect(await sdk.webhooks.computeSignature(timestamp, payload, golden.secret)).toBe(v1)
    }
  })
})
