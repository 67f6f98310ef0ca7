/** A request of ours that is not the official SDK's, on purpose. */
export interface Deliberate {
  readonly reason: string
  /** The parts of our request that differ, as we send them. */
  readonly ours: Readonly<Record<string, unknown>>
}

const secretOnce: Deliberate = {
  reason: 'The secret is in the body already; it need not travel twice.',
  ours: { authorization: undefined },
}

/** Where we differ, by method. */
export const deliberate: Readonly<Record<string, Deliberate>> = {
  'auditLogs.createSchema': {
    reason: 'The SDK makes up an empty schema for the actor; ours sends what it is given.',
    ours: { body: { targets: [{ type: 'invoice' }] } },
  },
  'auditLogs.updateRetention': {
    reason: 'The SDK sends a `retention_period` in words that no document knows.',
    ours: { body: { retention_period_in_days: 30 } },
  },
  'authorization.listEffectivePermissions': {
    reason: 'The SDK turns the path around; every document has it our way.',
    ours: {
      path: '/authorization/organization_memberships/om_1/resources/authz_resource_1/permissions',
    },
  },
  'groups.update': {
    reason: 'The SDK clears the description of a group when only its name is changed.',
    ours: { body: { name: 'Ops' } },
  },
  'sso.getProfileAndToken': secretOnce,
  authenticateWithCode: secretOnce,
  authenticateWithRefreshToken: secretOnce,
  authenticateWithPassword: secretOnce,
  authenticateWithMagicAuth: secretOnce,
  authenticateWithEmailVerification: secretOnce,
  authenticateWithTotp: secretOnce,
  authenticateWithOrganizationSelection: secretOnce,
  authenticateWithRadarEmailChallenge: secretOnce,
  authenticateWithRadarSmsChallenge: secretOnce,
}

/** Grants that the SDK has no method for, and why ours is as it is. */
export const withoutSdk: Readonly<Record<string, string>> = {
  authenticateWithDeviceCode:
    'The SDK does not speak RFC 8628; device.test.ts and grants.test.ts hold ours against the contract.',
}
