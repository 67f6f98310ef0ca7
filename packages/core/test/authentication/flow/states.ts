import fc from 'fast-check'
import type { FlowState } from '../../../src/authentication/flow/flowState.ts'

const pending = { pendingToken: 'pending_1' }

const positions = fc.constantFrom<FlowState['at']>(
  { name: 'credential' },
  { name: 'magic-code' },
  { name: 'email-verification', ...pending },
  { name: 'mfa-enrollment', ...pending, userId: 'user_1' },
  { name: 'mfa-enrollment', ...pending, userId: 'user_1', factorId: 'f', challengeId: 'c' },
  { name: 'mfa-challenge', ...pending, factorId: 'f', factors: [{ id: 'f', type: 'totp' }] },
  { name: 'organization-selection', ...pending, organizations: [{ id: 'org_1', name: 'Foo' }] },
  { name: 'sso' },
  { name: 'radar-email-challenge', ...pending, radarChallengeId: 'radar_1' },
  { name: 'radar-phone', ...pending, userId: 'user_1' },
  { name: 'radar-sms-challenge', ...pending },
  { name: 'password-reset-sent' },
  { name: 'new-password', token: 'reset_1' },
)

/** A flow anywhere, however it may have come there. */
export const flowStates: fc.Arbitrary<FlowState> = fc.record({
  at: positions,
  email: fc.constant('ada@example.com'),
  methods: fc.subarray<FlowState['methods'][number]>(['password', 'magic-code', 'GoogleOAuth']),
  connectionIds: fc.subarray(['conn_1', 'conn_2']),
  signUp: fc.boolean(),
  returnTo: fc.constant('/'),
})
