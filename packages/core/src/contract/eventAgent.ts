import * as z from 'zod'
import { declareEvents } from './eventDeclaration.ts'
import { openEnum, recorded, timestamp } from './primitives.ts'

const registration = z.object({
  object: z.literal('agent_registration'),
  id: z.string(),
  agent_identity: z.object({
    object: z.literal('agent_identity'),
    id: z.string(),
    userland_user_id: z.string().nullable(),
  }),
  organization_id: z.string(),
  status: openEnum(['unverified', 'verified', 'expired', 'revoked']),
  kind: openEnum(['anonymous', 'service_auth', 'identity_assertion']),
  method: openEnum(['anonymous', 'service_auth', 'id_jag']),
  ...recorded,
})

const attempt = z.object({
  object: z.literal('agent_registration_claim_attempt'),
  id: z.string(),
  agent_registration_id: z.string(),
  agent_registration_claim_id: z.string(),
  login_hint: z.string(),
  expires_at: timestamp,
  ...recorded,
})

const claim = z.object({
  object: z.literal('agent_registration_claim'),
  id: z.string(),
  agent_registration_id: z.string(),
  completed_by_attempt_id: z.string(),
  claimed_by: z.object({ user_id: z.string(), organization_id: z.string().nullable() }),
  completed_at: timestamp,
  ...recorded,
})

const credential = z.object({
  object: z.literal('agent_registration_credential'),
  id: z.string(),
  agent_registration_id: z.string(),
  detail: z.object({
    kind: openEnum(['api_key', 'access_token']),
    /** Only where the credential is an API key. */
    api_key_id: z.string().optional(),
    /** Only where the credential is an access token. */
    jti: z.string().optional(),
    expires_at: timestamp.nullish(),
  }),
  ...recorded,
})

const reference = z.object({ agent_registration_id: z.string() })

/** Events about registrations of agents. */
export const agentEvents = declareEvents({
  'agent.registration.claim.attempt.created': attempt,
  'agent.registration.claim.completed': claim,
  'agent.registration.created': registration,
  'agent.registration.credential.issued': credential,
  'agent.registration.deleted': reference,
  'agent.registration.expired': reference,
  'agent.registration.organization.switched': reference.extend({
    from_organization_id: z.string(),
    to_organization_id: z.string(),
  }),
  'agent.registration.refreshed': reference,
  'agent.registration.revoked': reference,
})
