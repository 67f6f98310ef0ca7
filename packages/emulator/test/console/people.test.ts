import { describe, expect, test } from 'vitest'
import { authenticate, call } from '../support/api.ts'
import { press, textOf, visit } from '../support/console.ts'
import { password } from '../support/signIn.ts'
import { start } from '../support/start.ts'

const ada = 'users/user_01JADA00000000000000000000'
const northwind = 'organizations/org_01JNORTHWIND0000000000000A'
const halcyon = 'org_01JHALCYON000000000000000B'

describe('users', () => {
  test('are made, found and edited', async () => {
    const emulator = await start()
    const made = await press(emulator, 'users', {
      email: 'zoe@home.example',
      first_name: 'Zoe',
      password: 'a long password',
      organization_id: halcyon,
      email_verified: 'yes',
    })
    const to = made.location?.replace('/_emulator/console/', '') ?? ''
    expect(textOf(await visit(emulator, to, made.cookie))).toContain(
      'zoe@home.example is a user now.',
    )
    expect(textOf(await visit(emulator, 'users?q=ZOE'))).toContain('Halcyon Health')

    await press(emulator, `${to}/edit`, { email: 'zoe@away.example', first_name: 'Zoë' })
    const { body } = await call(emulator, 'GET', `/user_management/${to}`)
    expect(body).toMatchObject({
      email: 'zoe@away.example',
      first_name: 'Zoë',
      email_verified: false,
    })
    const grant = { grant_type: 'password', email: 'zoe@away.example', password: 'a long password' }
    expect((await authenticate(emulator, grant)).body.code).toBe('email_verification_required')
  })

  test('are refused with the reason, and what was entered is kept', async () => {
    const emulator = await start()
    const refused = await press(emulator, 'users', {
      email: 'ada@northwind.example',
      first_name: 'A',
    })
    expect(refused.status).toBe(422)
    expect(textOf(refused)).toContain('This email is not available.')
    expect(refused.html).toMatch(/name="first_name"[^>]*value="A"/)
    const weak = await press(emulator, `${ada}/password`, { password: 'short' })
    expect(textOf(weak)).toContain('at least 10 characters')
    expect(weak.html).not.toContain('value="short"')
  })

  test('get a password, and lose sessions, factors and memberships', async () => {
    const emulator = await start()
    await press(emulator, `${ada}/password`, { password: 'another long one' })
    const grant = { grant_type: 'password', email: 'ada@northwind.example' }
    expect((await authenticate(emulator, { ...grant, password })).status).toBe(400)
    const signedIn = await authenticate(emulator, { ...grant, password: 'another long one' })
    expect(signedIn.status).toBe(200)

    const page = await visit(emulator, ada)
    const [, revoke = ''] = /action="([^"]+\/revoke)"/.exec(page.html) ?? []
    expect((await press(emulator, revoke)).status).toBe(303)
    expect(textOf(await visit(emulator, ada))).toContain('revoked')

    const [, membership = ''] = /action="([^"]+\/memberships\/om_[^"]+)"/.exec(page.html) ?? []
    await press(emulator, membership, { do: 'role', role: 'viewer' })
    expect(emulator.accounts()[0]?.organizations[0]?.role).toBe('viewer')
    await press(emulator, membership, { do: 'deactivate' })
    expect(textOf(await visit(emulator, ada))).toContain('Reactivate')
    await press(emulator, membership, { do: 'remove' })
    await press(emulator, `${ada}/memberships`, { organization_id: halcyon, role: 'admin' })
    expect(emulator.accounts()[0]?.organizations).toMatchObject([{ name: 'Halcyon Health' }])

    const mina = 'users/user_01JMINA0000000000000000000'
    await press(emulator, `${mina}/factors/auth_factor_01JMINAPARK0000000000000/delete`)
    expect(textOf(await visit(emulator, mina))).not.toContain('Authenticator')
    expect((await press(emulator, `${ada}/delete`)).location).toBe('/_emulator/console/users')
    expect((await visit(emulator, ada)).status).toBe(404)
  })

  test('lead to the page where one acts as them', async () => {
    const emulator = await start()
    expect((await visit(emulator, ada)).html).toContain(
      '/authkit/impersonate?environment=client_emulator&amp;user_id=user_01JADA00000000000000000000',
    )
  })
})

describe('organizations', () => {
  test('are made and edited, and their metadata with them', async () => {
    const emulator = await start()
    const made = await press(emulator, 'organizations', { name: 'Acme', domains: 'acme.example' })
    const to = made.location?.replace('/_emulator/console/', '') ?? ''
    await press(emulator, `${to}/edit`, { name: 'Acme Inc', metadata: 'plan=pro\nseats=3' })
    await press(emulator, `${to}/edit`, { name: 'Acme Inc', metadata: 'plan=team' })
    expect((await call(emulator, 'GET', `/${to}`)).body).toMatchObject({
      name: 'Acme Inc',
      metadata: { plan: 'team' },
      domains: [{ domain: 'acme.example', state: 'verified' }],
    })
    const bad = await press(emulator, `${to}/edit`, { name: 'Acme', metadata: 'nonsense' })
    expect(textOf(bad)).toContain('Write name=value')
  })

  test('have members, invitations, domains, roles and flags', async () => {
    const emulator = await start()
    const kim = { email: 'kim@home.example', role: 'viewer' }
    expect((await press(emulator, `${northwind}/members`, kim)).status).toBe(303)
    expect(textOf(await press(emulator, `${northwind}/members`, kim))).toContain('already')
    const stranger = await press(emulator, `${northwind}/members`, {
      email: 'who@nowhere.example',
      role: 'viewer',
    })
    expect(textOf(stranger)).toContain('Invite them instead')

    await press(emulator, `${northwind}/invitations`, { email: 'new@home.example', role: 'member' })
    expect(emulator.inbox.latest('new@home.example')?.kind).toBe('invitation')

    await press(emulator, `${northwind}/domains`, { domain: 'air.example' })
    const page = await visit(emulator, northwind)
    const [, verify = ''] = /action="([^"]+\/verify)"/.exec(page.html) ?? []
    await press(emulator, verify)
    expect(emulator.events.list({ events: ['organization_domain.verified'] })).toHaveLength(1)

    const permissions = ['projects:read', 'members:read']
    await press(emulator, `${northwind}/roles`, { name: 'Auditor', permissions })
    const { body } = await call(emulator, 'GET', `/authorization/${northwind}/roles`)
    expect(body.data.at(-1)).toMatchObject({ name: 'Auditor', permissions })

    await press(emulator, `${northwind}/flags/advanced-reports/add`)
    const flags = await call(emulator, 'GET', `/${northwind}/feature-flags`)
    expect(flags.body.data).toMatchObject([{ slug: 'advanced-reports' }])
  })

  test('ask for SSO or a second factor, as their policy says', async () => {
    const emulator = await start()
    const grant = { grant_type: 'password', email: 'elif@halcyon.example', password }
    const policy = `organizations/${halcyon}/policy`
    await press(emulator, policy, { allows: 'usual', mfa: 'yes' })
    expect((await authenticate(emulator, grant)).body.code).toBe('mfa_enrollment')
    await press(emulator, policy, { allows: 'sso' })
    expect((await authenticate(emulator, grant)).body).toMatchObject({
      error: 'organization_authentication_methods_required',
    })
    await press(emulator, policy, { allows: 'usual' })
    expect((await authenticate(emulator, grant)).status).toBe(200)
    expect((await press(emulator, policy, { allows: 'chosen' })).status).toBe(422)
  })

  test('have connections, which are made, known people by, and switched', async () => {
    const emulator = await start()
    const wish = { name: 'Northwind SSO', type: 'OktaSAML' }
    const made = await press(emulator, `${northwind}/connections`, wish)
    const to = made.location?.replace('/_emulator/console/', '') ?? ''
    await press(emulator, `${to}/people`, {
      email: 'ada@northwind.example',
      groups: 'Leads, Engineering',
      attributes: 'team=core',
    })
    const page = textOf(await visit(emulator, to))
    expect(page).toContain('Leads, Engineering')
    expect(page).toContain('team=core')
    await press(emulator, `${to}/state`, { state: 'inactive' })
    expect((await call(emulator, 'GET', `/${to}`)).body).toMatchObject({
      connection_type: 'OktaSAML',
      state: 'inactive',
    })
    const names = emulator.events.list().map(({ event }) => event)
    expect(names).toEqual(['connection.activated', 'connection.deactivated'])
  })

  test('have directories, whose changes are events of directory sync', async () => {
    const emulator = await start()
    const wish = { name: 'Halcyon directory', type: 'okta scim v2.0' }
    const made = await press(emulator, `organizations/${halcyon}/directories`, wish)
    const to = made.location?.replace('/_emulator/console/', '') ?? ''
    const person = {
      email: 'zoe@halcyon.example',
      first_name: 'Zoe',
      groups: 'Care',
      state: 'active',
    }
    await press(emulator, `${to}/people`, person)
    expect(textOf(await press(emulator, `${to}/people`, person))).toContain('already')
    const [, change = ''] = /action="([^"]+\/people\/directory_user_[^"/]+)"/.exec(
      (await visit(emulator, to)).html,
    ) ?? ['', '']
    await press(emulator, change, { ...person, groups: 'Care, Night', state: 'suspended' })
    expect(emulator.events.list().map(({ event }) => event)).toEqual([
      'dsync.activated',
      'dsync.group.created',
      'dsync.user.created',
      'dsync.group.user_added',
      'dsync.group.created',
      'dsync.user.updated',
      'dsync.group.user_added',
    ])
    await press(emulator, `${change}/delete`)
    expect(textOf(await visit(emulator, to))).toContain('Nobody is in it yet')
  })
})
