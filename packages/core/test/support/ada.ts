/** Ada, as a session tells of her where no WorkOS is asked. */
export const adaUser = {
  object: 'user' as const,
  id: 'user_1',
  email: 'ada@example.com',
  emailVerified: true,
  firstName: null,
  lastName: null,
  profilePictureUrl: null,
  lastSignInAt: null,
  externalId: null,
  createdAt: '',
  updatedAt: '',
}

/** What her access token says, but for its times: she is in no organization and may nothing. */
export const adaClaims = {
  userId: adaUser.id,
  sessionId: 'session_1',
  organizationId: undefined,
  role: undefined,
  roles: [],
  permissions: [],
  entitlements: [],
  featureFlags: [],
  actor: undefined,
  authTime: undefined,
}
