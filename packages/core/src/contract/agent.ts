import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const registrationStatus = openEnum(['unverified', 'verified', 'expired', 'revoked'])

/** An agent that acts for somebody. */
export const agentRegistrationSchema = z.object({
  id: z.string(),
  agent_identity: z.object({
    id: z.string(),
    userland_user_id: z.string().nullable(),
    ...recorded,
  }),
  organization_id: z.string(),
  status: registrationStatus,
  kind: openEnum(['anonymous', 'service_auth', 'identity_assertion']),
  claim: z
    .object({
      id: z.string(),
      claim_completion: z
        .object({
          id: z.string(),
          expires_at: timestamp,
          claimed_at: timestamp,
          ...recorded,
        })
        .nullable(),
      expires_at: timestamp,
      ...recorded,
    })
    .nullable(),
  ...recorded,
})
/** {@link agentRegistrationSchema} as it travels. */
export type AgentRegistrationWire = z.infer<typeof agentRegistrationSchema>

/** Identities of agents. */
export const agents = {
  getRegistration: endpoint({
    method: 'GET',
    path: '/agents/registrations/{id}',
    success: 200,
    result: agentRegistrationSchema,
  }),
  validateCredential: endpoint({
    method: 'POST',
    path: '/agents/credentials/validate',
    success: 200,
    body: z.discriminatedUnion('type', [
      z.object({ type: z.literal('api_key'), credential: z.string().min(1) }),
      z.object({
        type: z.literal('access_token'),
        credential: z.string().min(1),
        audience: z.string().min(1).optional(),
      }),
    ]),
    result: z.object({
      valid: z.boolean(),
      registration_id: z.string().nullable(),
      expires_at: timestamp.nullable(),
    }),
  }),
  linkClaimAttempt: endpoint({
    method: 'PATCH',
    path: '/agents/claims/attempts',
    success: 200,
    body: z.object({
      type: z.literal('link_external_user'),
      claim_attempt_token: z.string().min(1),
      user: z.object({ email: z.string(), external_id: z.string().min(1) }),
      organization_id: z.string().min(1).optional(),
    }),
    result: z.object({
      id: z.string(),
      status: registrationStatus,
      user_code: z.string(),
      organizations: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
}
