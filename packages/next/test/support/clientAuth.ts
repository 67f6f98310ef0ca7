import type { ClientAuth } from '../../src/react/index.ts'

type SignedIn = Extract<ClientAuth, { status: 'signed-in' }>

/** Ada's session as the browser knows it, due to be refreshed in so many seconds. */
export function clientAuth({
  refreshIn = 270,
  ...claims
}: Partial<SignedIn['claims']> & { refreshIn?: number } = {}): SignedIn {
  const seconds = Date.now() / 1000
  return {
    status: 'signed-in',
    user: {
      object: 'user',
      id: 'user_1',
      email: 'ada@example.com',
      emailVerified: true,
      firstName: 'Ada',
      lastName: null,
      profilePictureUrl: null,
      lastSignInAt: null,
      externalId: null,
      createdAt: '',
      updatedAt: '',
    },
    claims: {
      userId: 'user_1',
      sessionId: 'session_1',
      organizationId: undefined,
      role: undefined,
      roles: [],
      permissions: [],
      entitlements: [],
      featureFlags: [],
      actor: undefined,
      authTime: undefined,
      issuedAt: seconds,
      expiresAt: seconds + refreshIn + 30,
      ...claims,
    },
    refreshAt: seconds + refreshIn,
  }
}
