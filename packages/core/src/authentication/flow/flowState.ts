import * as z from 'zod'
import { oauthProviderSchema } from '../../contract/index.ts'

/** How somebody may sign in: by a form of the product's own, or at a provider. */
export const flowMethodSchema = z.union([z.enum(['password', 'magic-code']), oauthProviderSchema])
/** How somebody may sign in: by a form of the product's own, or at a provider. */
export type FlowMethod = z.output<typeof flowMethodSchema>

const named = z.object({ id: z.string(), name: z.string() })
const pending = { pendingToken: z.string() }
const challenged = { factorId: z.string().optional(), challengeId: z.string().optional() }

/** Where a flow stands, with the secrets that it needs to go on from there. */
const positionSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('credential'), pendingToken: z.string().optional() }),
  z.object({ name: z.literal('magic-code'), radarAuthAttemptId: z.string().optional() }),
  z.object({
    name: z.literal('email-verification'),
    ...pending,
    userId: z.string().optional(),
    emailVerificationId: z.string().optional(),
  }),
  z.object({
    name: z.literal('mfa-enrollment'),
    ...pending,
    ...challenged,
    userId: z.string(),
    totp: z.object({ secret: z.string(), uri: z.string() }).optional(),
  }),
  z.object({
    name: z.literal('mfa-challenge'),
    ...pending,
    ...challenged,
    factorId: z.string(),
    factors: z.array(z.object({ id: z.string(), type: z.string() })),
  }),
  z.object({
    name: z.literal('organization-selection'),
    ...pending,
    organizations: z.array(named),
  }),
  z.object({ name: z.literal('sso'), pendingToken: z.string().optional() }),
  z.object({ name: z.literal('radar-email-challenge'), ...pending, radarChallengeId: z.string() }),
  z.object({ name: z.literal('radar-phone'), ...pending, userId: z.string() }),
  z.object({
    name: z.literal('radar-sms-challenge'),
    ...pending,
    userId: z.string().optional(),
    verification: z.object({ verificationId: z.string(), phoneNumber: z.string() }).optional(),
  }),
  z.object({ name: z.literal('password-reset-sent') }),
  z.object({ name: z.literal('new-password'), token: z.string() }),
])

/** Everything that a flow remembers from one submission to the next. It travels sealed. */
export const flowStateSchema = z.object({
  at: positionSchema,
  /** Empty until a password reset says whose it is. */
  email: z.string(),
  /** What may be used now: the product's methods, or those that the organization insists on. */
  methods: z.array(flowMethodSchema),
  connectionIds: z.array(z.string()),
  signUp: z.boolean(),
  returnTo: z.string(),
  invitation: z.object({ token: z.string(), organizationId: z.string().nullable() }).optional(),
  /** The organization that was chosen, where one was. */
  organizationId: z.string().optional(),
})

/** Everything that a flow remembers from one submission to the next. It travels sealed. */
export type FlowState = z.output<typeof flowStateSchema>
/** Where a flow stands, with the secrets that it needs to go on from there. */
export type Position = FlowState['at']
/** One of the places where a flow can stand. */
export type PositionAt<Name extends Position['name']> = Extract<Position, { name: Name }>

/** The same flow somewhere else. */
export function moveTo(state: FlowState, at: Position): FlowState {
  return { ...state, at }
}
