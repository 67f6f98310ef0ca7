import { describe, expect, it } from 'vitest'
import { actionResponseSchema } from '../../src/contract/index.ts'
import { InputError, PayloadError, SignatureError } from '../../src/index.ts'
import {
  type ActionReceiverOptions,
  type ActionReport,
  type ActionVerdict,
  createActionReceiver,
  signActionResponse,
  signPayload,
  verifyAction,
} from '../../src/webhooks/index.ts'
import contexts from '../fixtures/actionContexts.json' with { type: 'json' }
import golden from '../fixtures/signatures.json' with { type: 'json' }

const secret = 'action_secret'
const now = 1_800_000_000_000
const { authentication, registration } = contexts

async function verify(wire: unknown, { at = now }: { at?: number } = {}) {
  const payload = JSON.stringify(wire)
  const signature = await signPayload({ payload, secret, now })
  return verifyAction({ payload, signature, secrets: ['newer', secret], now: at })
}

describe('an Action', () => {
  it('tells who wants to sign in, and where', async () => {
    const { context, secret: signedWith } = await verify(authentication)
    expect(signedWith).toBe(secret)
    if (context.object !== 'authentication_action_context') throw new Error(context.object)
    expect(context.user.emailVerified).toBe(true)
    expect(context.organization?.name).toBe(authentication.organization.name)
    expect(context.organizationMembership?.role.slug).toBe(
      authentication.organization_membership.role.slug,
    )
    expect(context.ipAddress).toBe('203.0.113.7')
  })

  it('tells who wants to become a user, and who invited them', async () => {
    const { context } = await verify(registration)
    if (context.object !== 'user_registration_action_context') throw new Error(context.object)
    expect(context.userData).toMatchObject({ firstName: 'Ada', email: 'ada@example.com' })
    expect(context.invitation?.state).toBe('pending')
  })

  it.each(Object.entries(contexts))('may leave out what is optional: %s', async (_, wire) => {
    expect((await verify(wire)).context.id).toBe(wire.id)
  })

  it('holds for 30 seconds, in both directions', async () => {
    for (const drift of [-30_000, 30_000]) {
      expect((await verify(authentication, { at: now + drift })).context.id).toBeTruthy()
    }
    for (const drift of [-30_001, 30_001]) {
      await expect(verify(authentication, { at: now + drift })).rejects.toBeInstanceOf(
        SignatureError,
      )
    }
  })

  it('of another kind is not guessed at', async () => {
    await expect(verify({ object: 'payment_action_context', id: '1' })).rejects.toBeInstanceOf(
      PayloadError,
    )
  })
})

describe('the answer to an Action', () => {
  it.each(golden.actionResponses)('is signed as the official SDK signs it', async (response) => {
    const { timestamp, verdict, error_message: errorMessage } = response.payload
    const context =
      response.object === 'authentication_action_response' ? authentication : registration
    const object = context.object as
      | 'authentication_action_context'
      | 'user_registration_action_context'
    const signed = await signActionResponse(
      { context: { object }, secret: golden.secret, now: timestamp },
      { verdict, ...(errorMessage && { errorMessage }) } as ActionVerdict,
    )
    expect(JSON.stringify(signed)).toBe(JSON.stringify(response))
  })

  it.each([
    { verdict: 'allow' },
    { verdict: 'Maybe' },
    { verdict: 'Allow', errorMessage: 'but why' },
    { verdict: 'Deny', errorMessage: 'x'.repeat(501) },
  ])('is refused before it is signed: %j', async (answer) => {
    const { context } = await verify(authentication)
    await expect(
      signActionResponse({ context, secret }, answer as ActionVerdict),
    ).rejects.toBeInstanceOf(InputError)
  })
})

describe('an Action receiver', () => {
  function receiverWith(options: Partial<ActionReceiverOptions>) {
    const reports: ActionReport[] = []
    const receive = createActionReceiver({
      secrets: secret,
      report: (report) => reports.push(report),
      ...options,
    })
    return { receive, reports }
  }

  async function requestWith(wire: unknown, signWith = secret) {
    const body = JSON.stringify(wire)
    return new Request('https://example.com/actions', {
      method: 'POST',
      body,
      headers: { 'workos-signature': await signPayload({ payload: body, secret: signWith }) },
    })
  }

  it('answers each kind by its handler, signed', async () => {
    const { receive, reports } = receiverWith({
      authentication: ({ user }) => ({ verdict: user.emailVerified ? 'Allow' : 'Deny' }),
      userRegistration: async () => ({ verdict: 'Deny', errorMessage: 'By invitation only.' }),
    })
    const allowed = await receive(await requestWith(authentication))
    expect(allowed.status).toBe(200)
    expect(actionResponseSchema.parse(await allowed.json())).toMatchObject({
      object: 'authentication_action_response',
      payload: { verdict: 'Allow' },
    })
    const denied = actionResponseSchema.parse(
      await (await receive(await requestWith(registration))).json(),
    )
    expect(denied.payload).toMatchObject({ verdict: 'Deny', error_message: 'By invitation only.' })
    const { timestamp } = denied.payload
    const expected = await signPayload({
      payload: JSON.stringify(denied.payload),
      secret,
      now: timestamp,
    })
    expect(`t=${timestamp}, v1=${denied.signature}`).toBe(expected)
    expect(reports).toMatchObject([
      { kind: 'answered', verdict: 'Allow' },
      { kind: 'answered', verdict: 'Deny' },
    ])
  })

  it('signs with the secret that the question was signed with', async () => {
    const { receive } = receiverWith({
      secrets: ['newer', secret],
      authentication: () => ({ verdict: 'Allow' }),
    })
    const { payload, signature } = actionResponseSchema.parse(
      await (await receive(await requestWith(authentication))).json(),
    )
    const expected = await signPayload({
      payload: JSON.stringify(payload),
      secret,
      now: payload.timestamp,
    })
    expect(expected).toContain(signature)
  })

  it('never allows by mistake', async () => {
    const cause = new Error('the risk engine is down')
    const throwing = receiverWith({ authentication: () => Promise.reject(cause) })
    expect((await throwing.receive(await requestWith(authentication))).status).toBe(500)
    expect(throwing.reports).toMatchObject([{ kind: 'failed', cause }])
    const unanswered = receiverWith({ authentication: () => ({ verdict: 'Allow' }) })
    expect((await unanswered.receive(await requestWith(registration))).status).toBe(500)
    const forged = await requestWith(authentication, 'other')
    expect((await unanswered.receive(forged)).status).toBe(400)
    const unset = receiverWith({ secrets: [undefined] })
    expect((await unset.receive(await requestWith(authentication))).status).toBe(500)
  })
})
