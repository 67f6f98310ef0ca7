// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import {
  type ActionVerdict,
  createActionReceiver,
  createWebhookReceiver,
  type EventName,
  type ReplayGuard,
  signActionResponse,
  type UnknownEvent,
  verifyAction,
  verifyWebhook,
  type WorkOSEvent,
} from '../../src/webhooks/index.ts'

const delivery = { payload: '{}', signature: null, secrets: process.env.WORKOS_WEBHOOK_SECRET }

// An event's name tells what its data is.
const event = await verifyWebhook(delivery)
expectTypeOf(event).toEqualTypeOf<WorkOSEvent | UnknownEvent>()
expectTypeOf(event.id).toBeString()
if (event.kind === 'unknown') {
  expectTypeOf(event.event).toBeString()
  expectTypeOf(event.data).toBeUnknown()
} else {
  expectTypeOf(event.event).toEqualTypeOf<EventName>()
  switch (event.event) {
    case 'user.created':
      expectTypeOf(event.data.emailVerified).toBeBoolean()
      expectTypeOf(event.data.metadata).toEqualTypeOf<Record<string, string> | undefined>()
      break
    case 'authentication.sso_succeeded':
      expectTypeOf(event.data.sso.connectionId).toEqualTypeOf<string | null>()
      break
    case 'flag.updated':
      expectTypeOf(event.context.actor.name).toEqualTypeOf<string | null>()
      break
    case 'magic_auth.created':
      // @ts-expect-error Codes do not travel in events.
      event.data.code
      break
    case 'organization_membership.updated':
      expectTypeOf(event.data.role.slug).toBeString()
      // @ts-expect-error Nor does the user.
      event.data.user
      break
  }
}
expectTypeOf<WorkOSEvent<'user.created'>['data']>().toEqualTypeOf<
  WorkOSEvent<'user.deleted'>['data']
>()
expectTypeOf<WorkOSEvent<'user.created' | 'session.created'>['event']>().toEqualTypeOf<
  'user.created' | 'session.created'
>()

// Handlers know their event; names that do not exist are refused.
createWebhookReceiver({
  secrets: [process.env.NEWER, process.env.OLDER],
  handlers: [
    { 'dsync.user.updated': ({ data }) => expectTypeOf(data.customAttributes).toBeObject() },
    { 'session.revoked': async ({ data }) => expectTypeOf(data.userId).toBeString() },
  ],
})
createWebhookReceiver({
  secrets: 'whsec',
  handlers: {
    // @ts-expect-error Misspelt.
    'user.create': () => {},
  },
})
// @ts-expect-error Nothing is believed without secrets.
createWebhookReceiver({ handlers: {} })

const guard: ReplayGuard = { begin: async () => 'begun', async complete() {}, async abandon() {} }
expectTypeOf(guard.begin).returns.resolves.toEqualTypeOf<'begun' | 'under-way' | 'done'>()

// An Action is one of two questions, and its answer one of two verdicts.
const { context, secret } = await verifyAction(delivery)
if (context.object === 'authentication_action_context') {
  expectTypeOf(context.user.id).toBeString()
  // @ts-expect-error There is a user already.
  context.userData
} else {
  expectTypeOf(context.userData.email).toBeString()
}
const response = await signActionResponse({ context, secret }, { verdict: 'Allow' })
expectTypeOf(response.payload.verdict).toEqualTypeOf<'Allow' | 'Deny'>()
// @ts-expect-error Upper case.
expectTypeOf<{ verdict: 'allow' }>().toExtend<ActionVerdict>()
// @ts-expect-error Only a Deny has a message.
signActionResponse({ context, secret }, { verdict: 'Allow', errorMessage: 'why' })
createActionReceiver({
  secrets: 'secret',
  authentication: async ({ user }) => ({ verdict: user.emailVerified ? 'Allow' : 'Deny' }),
})
// @ts-expect-error A verdict is needed.
createActionReceiver({ secrets: 'secret', userRegistration: () => {} })
