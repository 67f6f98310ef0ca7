export type { UnknownEvent, WorkOSEvent } from '../client/event.ts'
export type { EventName } from '../contract/index.ts'
export {
  type ActionReceiverOptions,
  type ActionReport,
  createActionReceiver,
} from './actionReceiver.ts'
export {
  type ActionResponse,
  type ActionVerdict,
  signActionResponse,
} from './actionResponse.ts'
export { type Body, readBody } from './body.ts'
export {
  createWebhookReceiver,
  type WebhookHandlers,
  type WebhookReceiverOptions,
  type WebhookReport,
} from './receiver.ts'
export {
  createReplayGuard,
  type ReplayAnswer,
  type ReplayGuard,
  type ReplayGuardOptions,
} from './replayGuard.ts'
export { revocationHandlers } from './revocationHandlers.ts'
export type { Secrets } from './secrets.ts'
export { type Payload, signPayload } from './signature.ts'
export {
  type ActionContext,
  type ActionDelivery,
  type AuthenticationActionContext,
  type UserRegistrationActionContext,
  type VerifiedAction,
  verifyAction,
} from './verifyAction.ts'
export { verifyWebhook, type WebhookDelivery } from './verifyWebhook.ts'
