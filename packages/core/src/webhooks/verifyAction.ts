import { type Camelized, camelize } from '../client/casing.ts'
import { type ActionContextWire, actionContextSchema } from '../contract/index.ts'
import { parseJson, parseShape } from './payload.ts'
import type { Secrets } from './secrets.ts'
import { type Payload, verifySignature } from './signature.ts'

/** What WorkOS asks, told apart by `object`. */
export type ActionContext = Camelized<ActionContextWire>

/** May this person, who proved who they are, sign in? */
export type AuthenticationActionContext = Extract<
  ActionContext,
  { object: 'authentication_action_context' }
>

/** May this person become a user? */
export type UserRegistrationActionContext = Extract<
  ActionContext,
  { object: 'user_registration_action_context' }
>

/** An Action that is to be verified. */
export interface ActionDelivery {
  /** The raw body. Parsed and serialised again it is not what was signed. */
  readonly payload: Payload
  /** The `WorkOS-Signature` header. */
  readonly signature: string | null | undefined
  /** The secret of the Action endpoint, or several while it is being changed. */
  readonly secrets: Secrets
  /** Seconds by which the time of signing may differ from now, in either direction; 30. */
  readonly tolerance?: number
  /** Milliseconds since the epoch; the platform's clock where left out. */
  readonly now?: number
}

/** Seconds that WorkOS and its SDKs allow: somebody is waiting at the sign-in page. */
export const ACTION_TOLERANCE = 30

/** What a verified Action asks, and the secret that its answer must be signed with. */
export interface VerifiedAction {
  readonly context: ActionContext
  readonly secret: string
}

/**
 * Verifies an Action and reads what it asks.
 *
 * @throws {SignatureError} when it is not from WorkOS, or not of now.
 * @throws {PayloadError} when it is not in its documented shape.
 * @throws {ConfigurationError} when no secret is set.
 */
export async function verifyAction({
  tolerance = ACTION_TOLERANCE,
  now = Date.now(),
  ...delivery
}: ActionDelivery): Promise<VerifiedAction> {
  const secret = await verifySignature({ ...delivery, tolerance, now })
  const context = camelize(parseShape(actionContextSchema, parseJson(delivery.payload)))
  return { context, secret }
}
