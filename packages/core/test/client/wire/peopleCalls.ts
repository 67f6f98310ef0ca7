import { type Call, call } from './call.ts'

/** Users and all that belongs to them. */
export const peopleCalls: readonly Call[] = [
  call(
    'users.list',
    (sdk) => sdk.userManagement.listUsers({ email: 'a+b@example.com', limit: 5, after: 'user_1' }),
    (workos) => workos.users.list({ email: 'a+b@example.com', limit: 5, after: 'user_1' }),
  ),
  call(
    'users.get',
    (sdk) => sdk.userManagement.getUser('user_1'),
    (workos) => workos.users.get({ id: 'user_1' }),
  ),
  call(
    'users.getByExternalId',
    (sdk) => sdk.userManagement.getUserByExternalId('crm/7 ä'),
    (workos) => workos.users.getByExternalId({ externalId: 'crm/7 ä' }),
  ),
  call(
    'users.create',
    (sdk) =>
      sdk.userManagement.createUser({
        email: 'a@example.com',
        passwordHash: '$2b$hash',
        passwordHashType: 'bcrypt',
        firstName: 'Ada',
        emailVerified: true,
        externalId: 'crm-7',
        metadata: { favourite_colour: 'green', camelCase: 'kept' },
        ipAddress: '192.0.2.1',
      }),
    (workos) =>
      workos.users.create({
        email: 'a@example.com',
        passwordHash: '$2b$hash',
        passwordHashType: 'bcrypt',
        firstName: 'Ada',
        emailVerified: true,
        externalId: 'crm-7',
        metadata: { favourite_colour: 'green', camelCase: 'kept' },
        ipAddress: '192.0.2.1',
      }),
  ),
  call(
    'users.update',
    (sdk) => sdk.userManagement.updateUser({ userId: 'user_1', lastName: 'L', locale: 'de' }),
    (workos) => workos.users.update({ id: 'user_1', lastName: 'L', locale: 'de' }),
  ),
  call(
    'users.delete',
    (sdk) => sdk.userManagement.deleteUser('user_1'),
    (workos) => workos.users.delete({ id: 'user_1' }),
  ),
  call(
    'users.listIdentities',
    (sdk) => sdk.userManagement.getUserIdentities('user_1'),
    (workos) => workos.users.listIdentities({ id: 'user_1' }),
  ),
  call(
    'emailVerification.get',
    (sdk) => sdk.userManagement.getEmailVerification('email_verification_1'),
    (workos) => workos.emailVerification.get({ id: 'email_verification_1' }),
  ),
  call(
    'emailVerification.send',
    (sdk) => sdk.userManagement.sendVerificationEmail({ userId: 'user_1' }),
    (workos) => workos.emailVerification.send({ userId: 'user_1' }),
  ),
  call(
    'emailVerification.confirm',
    (sdk) => sdk.userManagement.verifyEmail({ userId: 'user_1', code: '123456' }),
    (workos) => workos.emailVerification.confirm({ userId: 'user_1', code: '123456' }),
  ),
  call(
    'magicAuth.create',
    (sdk) => sdk.userManagement.createMagicAuth({ email: 'a@b.c', invitationToken: 'token' }),
    (workos) => workos.magicAuth.create({ email: 'a@b.c', invitationToken: 'token' }),
  ),
  call(
    'magicAuth.get',
    (sdk) => sdk.userManagement.getMagicAuth('magic_auth_1'),
    (workos) => workos.magicAuth.get({ id: 'magic_auth_1' }),
  ),
  call(
    'passwordReset.create',
    (sdk) => sdk.userManagement.createPasswordReset({ email: 'a@example.com' }),
    (workos) => workos.passwordReset.create({ email: 'a@example.com' }),
  ),
  call(
    'passwordReset.get',
    (sdk) => sdk.userManagement.getPasswordReset('password_reset_1'),
    (workos) => workos.passwordReset.get({ id: 'password_reset_1' }),
  ),
  call(
    'passwordReset.confirm',
    (sdk) => sdk.userManagement.resetPassword({ token: 'token', newPassword: 'new' }),
    (workos) => workos.passwordReset.confirm({ token: 'token', newPassword: 'new' }),
  ),
  call(
    'sessions.list',
    (sdk) => sdk.userManagement.listSessions('user_1', { limit: 3 }),
    (workos) => workos.sessions.list({ id: 'user_1', limit: 3 }),
  ),
  call(
    'sessions.revoke',
    (sdk) => sdk.userManagement.revokeSession({ sessionId: 'session_1' }),
    (workos) => workos.sessions.revoke({ sessionId: 'session_1' }),
  ),
  call(
    'invitations.list',
    (sdk) => sdk.userManagement.listInvitations({ organizationId: 'org_1', email: 'a@b.c' }),
    (workos) => workos.invitations.list({ organizationId: 'org_1', email: 'a@b.c' }),
  ),
  call(
    'invitations.send',
    (sdk) =>
      sdk.userManagement.sendInvitation({
        email: 'a@example.com',
        organizationId: 'org_1',
        roleSlug: 'admin',
        expiresInDays: 3,
        inviterUserId: 'user_1',
        locale: 'de',
      }),
    (workos) =>
      workos.invitations.send({
        email: 'a@example.com',
        organizationId: 'org_1',
        roleSlug: 'admin',
        expiresInDays: 3,
        inviterUserId: 'user_1',
        locale: 'de',
      }),
  ),
  call(
    'invitations.get',
    (sdk) => sdk.userManagement.getInvitation('invitation_1'),
    (workos) => workos.invitations.get({ id: 'invitation_1' }),
  ),
  call(
    'invitations.getByToken',
    (sdk) => sdk.userManagement.findInvitationByToken('token'),
    (workos) => workos.invitations.getByToken({ token: 'token' }),
  ),
  call(
    'invitations.accept',
    (sdk) => sdk.userManagement.acceptInvitation('invitation_1'),
    (workos) => workos.invitations.accept({ id: 'invitation_1' }),
  ),
  call(
    'invitations.resend',
    (sdk) => sdk.userManagement.resendInvitation('invitation_1', { locale: 'de' }),
    (workos) => workos.invitations.resend({ id: 'invitation_1', locale: 'de' }),
  ),
  call(
    'invitations.revoke',
    (sdk) => sdk.userManagement.revokeInvitation('invitation_1'),
    (workos) => workos.invitations.revoke({ id: 'invitation_1' }),
  ),
  call(
    'organizationMemberships.list',
    (sdk) =>
      sdk.userManagement.listOrganizationMemberships({
        userId: 'user_1',
        statuses: ['active', 'pending'],
      }),
    (workos) =>
      workos.organizationMemberships.list({ userId: 'user_1', statuses: ['active', 'pending'] }),
  ),
  call(
    'organizationMemberships.create',
    (sdk) =>
      sdk.userManagement.createOrganizationMembership({
        userId: 'user_1',
        organizationId: 'org_1',
        roleSlugs: ['admin', 'billing'],
      }),
    (workos) =>
      workos.organizationMemberships.create({
        userId: 'user_1',
        organizationId: 'org_1',
        roleSlugs: ['admin', 'billing'],
      }),
  ),
  call(
    'organizationMemberships.get',
    (sdk) => sdk.userManagement.getOrganizationMembership('om_1'),
    (workos) => workos.organizationMemberships.get({ id: 'om_1' }),
  ),
  call(
    'organizationMemberships.update',
    (sdk) => sdk.userManagement.updateOrganizationMembership('om_1', { roleSlug: 'admin' }),
    (workos) => workos.organizationMemberships.update({ id: 'om_1', roleSlug: 'admin' }),
  ),
  call(
    'organizationMemberships.delete',
    (sdk) => sdk.userManagement.deleteOrganizationMembership('om_1'),
    (workos) => workos.organizationMemberships.delete({ id: 'om_1' }),
  ),
  call(
    'organizationMemberships.deactivate',
    (sdk) => sdk.userManagement.deactivateOrganizationMembership('om_1'),
    (workos) => workos.organizationMemberships.deactivate({ id: 'om_1' }),
  ),
  call(
    'organizationMemberships.reactivate',
    (sdk) => sdk.userManagement.reactivateOrganizationMembership('om_1'),
    (workos) => workos.organizationMemberships.reactivate({ id: 'om_1' }),
  ),
  call(
    'userFactors.list',
    (sdk) => sdk.multiFactorAuth.listUserAuthFactors({ userId: 'user_1' }),
    (workos) => workos.userFactors.list({ userId: 'user_1' }),
  ),
  call(
    'userFactors.enroll',
    (sdk) =>
      sdk.multiFactorAuth.createUserAuthFactor({
        userId: 'user_1',
        type: 'totp',
        totpUser: 'a@b.c',
      }),
    (workos) => workos.userFactors.enroll({ userId: 'user_1', totpUser: 'a@b.c' }),
  ),
  call(
    'mfa.enrollFactor',
    (sdk) => sdk.multiFactorAuth.enrollFactor({ type: 'totp', issuer: 'Acme', user: 'a@b.c' }),
    (workos) => workos.mfa.enrollFactor({ type: 'totp', totpIssuer: 'Acme', totpUser: 'a@b.c' }),
  ),
  call(
    'mfa.getFactor',
    (sdk) => sdk.multiFactorAuth.getFactor('auth_factor_1'),
    (workos) => workos.mfa.getFactor({ id: 'auth_factor_1' }),
  ),
  call(
    'mfa.deleteFactor',
    (sdk) => sdk.multiFactorAuth.deleteFactor('auth_factor_1'),
    (workos) => workos.mfa.deleteFactor({ id: 'auth_factor_1' }),
  ),
  call(
    'mfa.challengeFactor',
    (sdk) =>
      sdk.multiFactorAuth.challengeFactor({
        authenticationFactorId: 'auth_factor_1',
        smsTemplate: 'Code {{code}}',
      }),
    (workos) => workos.mfa.challengeFactor({ id: 'auth_factor_1', smsTemplate: 'Code {{code}}' }),
  ),
  call(
    'mfa.verifyChallenge',
    (sdk) =>
      sdk.multiFactorAuth.verifyChallenge({
        authenticationChallengeId: 'auth_challenge_1',
        code: '123456',
      }),
    (workos) => workos.mfa.verifyChallenge({ id: 'auth_challenge_1', code: '123456' }),
  ),
]
