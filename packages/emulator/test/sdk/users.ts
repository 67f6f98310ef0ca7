import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { ada, northwind, startWithSdk, told } from '../support/sdk.ts'

test('users: made, found, changed, listed page by page, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const made = await userManagement.createUser({
    email: 'Nia@home.example',
    firstName: 'Nia',
    externalId: 'u-1',
    metadata: { team: 'one' },
  })
  expect(await userManagement.getUser(made.id)).toEqual(made)
  expect(await userManagement.getUserByExternalId('u-1')).toEqual(made)
  expect((await userManagement.listUsers({ email: 'nia@HOME.example' })).data).toEqual([made])
  const changed = await userManagement.updateUser({ userId: made.id, lastName: 'Berg' })
  expect(changed).toMatchObject({ firstName: 'Nia', lastName: 'Berg', metadata: { team: 'one' } })
  const all = await (await userManagement.listUsers()).autoPagination()
  expect(all).toHaveLength(17)
  await userManagement.deleteUser(made.id)
  await expect(userManagement.getUser(made.id)).rejects.toMatchObject({ status: 404 })
  expect(told(emulator)).toEqual(['user.created', 'user.updated', 'user.deleted'])
})

test('memberships: made, changed, deactivated, reactivated, deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const kim = 'user_01JKIM00000000000000000000'
  const made = await userManagement.createOrganizationMembership({
    userId: kim,
    organizationId: northwind,
    roleSlug: 'viewer',
  })
  expect(made).toMatchObject({ status: 'active', role: { slug: 'viewer' } })
  await expect(
    userManagement.createOrganizationMembership({ userId: kim, organizationId: northwind }),
  ).rejects.toMatchObject({ status: 400, code: 'organization_membership_already_exists' })
  await userManagement.updateOrganizationMembership(made.id, { roleSlug: 'admin' })
  await userManagement.deactivateOrganizationMembership(made.id)
  const list = async (statuses?: ('active' | 'inactive')[]) =>
    (
      await userManagement.listOrganizationMemberships({
        userId: kim,
        ...(statuses && { statuses }),
      })
    ).data.length
  expect([await list(), await list(['active', 'inactive'])]).toEqual([0, 1])
  await userManagement.reactivateOrganizationMembership(made.id)
  expect(await userManagement.getOrganizationMembership(made.id)).toMatchObject({
    status: 'active',
    role: { slug: 'admin' },
  })
  await userManagement.deleteOrganizationMembership(made.id)
  expect(told(emulator)).toEqual([
    'organization_membership.created',
    'organization_membership.updated',
    'organization_membership.updated',
    'organization_membership.updated',
    'organization_membership.deleted',
  ])
})

test('invitations: sent, found, sent again, accepted, taken back, expired', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const invite = (email: string, more: object = {}) =>
    userManagement.sendInvitation({ email, organizationId: northwind, ...more })
  const sent = await invite('kim@home.example', { roleSlug: 'viewer', inviterUserId: ada })
  expect(sent).toMatchObject({ state: 'pending', roleSlug: 'viewer', inviterUserId: ada })
  expect(Date.parse(sent.expiresAt) - Date.parse(sent.createdAt)).toBe(7 * 86_400_000)
  expect(emulator.inbox.latest('kim@home.example')).toMatchObject({
    link: sent.acceptInvitationUrl,
    text: expect.stringContaining('Ada Okafor invites you to Northwind Freight'),
  })
  expect(await userManagement.getInvitation(sent.id)).toEqual(sent)
  expect(await userManagement.findInvitationByToken(sent.token)).toEqual(sent)
  expect((await userManagement.listInvitations({ email: 'kim@home.example' })).data).toEqual([sent])
  const refused = (wish: Promise<unknown>) =>
    wish.then(
      () => 'accepted',
      ({ code, rawData }) => code ?? rawData.code,
    )
  expect(await refused(invite('kim@home.example'))).toBe('email_already_invited_to_organization')
  expect(await refused(invite('ada@northwind.example'))).toBe('user_already_organization_member')
  expect(await refused(invite('x@home.example', { roleSlug: 'ghost' }))).toBe('invalid_role')
  expect(await refused(invite('x@home.example', { expiresInDays: 31 }))).toBe(
    'expires_in_days_too_long',
  )

  await userManagement.resendInvitation(sent.id)
  const accepted = await userManagement.acceptInvitation(sent.id)
  expect(accepted).toMatchObject({ state: 'accepted', acceptedUserId: expect.any(String) })
  expect(await refused(userManagement.acceptInvitation(sent.id))).toBe('invite_not_pending')
  const taken = await invite('gone@home.example')
  expect(await userManagement.revokeInvitation(taken.id)).toMatchObject({ state: 'revoked' })
  const late = await invite('late@home.example', { expiresInDays: 1 })
  emulator.clock.advance({ seconds: 86_401 })
  expect(await userManagement.getInvitation(late.id)).toMatchObject({ state: 'expired' })
  expect(await refused(userManagement.resendInvitation(late.id))).toBe('invite_expired')
  expect(told(emulator).filter((event) => !event.startsWith('organization_membership'))).toEqual([
    'invitation.created',
    'invitation.resent',
    'invitation.accepted',
    'invitation.created',
    'invitation.revoked',
    'invitation.created',
  ])
})

test('sessions are listed and revoked', async () => {
  const { emulator, workos } = await startWithSdk()
  await emulator.mintSession({ email: 'ada@northwind.example' })
  const { data } = await workos.userManagement.listSessions(ada)
  expect(data).toMatchObject([{ status: 'active', authMethod: 'password' }])
  await workos.userManagement.revokeSession({ sessionId: data[0]?.id ?? '' })
  expect((await workos.userManagement.listSessions(ada)).data).toMatchObject([
    { status: 'revoked', endedAt: expect.any(String) },
  ])
  expect(told(emulator)).toEqual(['session.created', 'session.revoked'])
})

test('identities are a bare array', async () => {
  const { emulator, workos } = await startWithSdk({
    seed: { users: [{ id: 'user_01', email: 'a@home.example', identities: ['GitHubOAuth'] }] },
  })
  expect(await workos.userManagement.getUserIdentities('user_01')).toEqual([
    { idpId: 'a@home.example', type: 'OAuth', provider: 'GitHubOAuth' },
  ])
  // On the wire it has another spelling than everywhere else.
  const { body } = await call(emulator, 'GET', '/user_management/users/user_01/identities')
  expect(body).toMatchObject([{ provider: 'GithubOAuth' }])
})

test('an address changes in two steps', async () => {
  const { emulator } = await startWithSdk()
  const path = `/user_management/users/${ada}/email_change`
  const post = (step: string, body: unknown) => call(emulator, 'POST', `${path}/${step}`, { body })
  expect((await post('confirm', { code: '000000' })).body.code).toBe('no_pending_email_change')
  expect((await post('send', { new_email: 'ben@northwind.example' })).status).toBe(409)
  const sent = await post('send', { new_email: 'ada@new.example' })
  expect(sent.body).toMatchObject({ object: 'email_change', new_email: 'ada@new.example' })
  const code = emulator.inbox.latest('ada@new.example')?.code ?? ''
  const wrong = code === '000000' ? '111111' : '000000'
  expect((await post('confirm', { code: wrong })).body.code).toBe('email_change_code_incorrect')
  expect((await post('confirm', { code })).body).toMatchObject({
    object: 'email_change_confirmation',
    user: { email: 'ada@new.example', email_verified: true },
  })
  expect((await post('confirm', { code })).body.code).toBe('email_change_code_previously_used')
})
