import { afterEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../src/index.ts'
import { call, claimsOf, refresh } from './support/api.ts'
import { openEmulator } from './support/start.ts'

const open: Emulator[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()))
})

async function start(options: Parameters<typeof openEmulator>[0] = {}) {
  const emulator = await openEmulator(options)
  open.push(emulator)
  return emulator
}

const exchanged = {
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Refresh token already exchanged.' },
}

describe('a refresh', () => {
  test('gives the next pair of the same session', async () => {
    const emulator = await start()
    const first = await emulator.mintSession({ email: 'ada@northwind.example' })
    emulator.clock.advance({ seconds: 400 })
    const { status, body } = await refresh(emulator, first.refresh_token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      user: { id: first.user.id },
      organization_id: first.organization_id,
      authentication_method: 'Password',
    })
    expect(body.refresh_token).not.toBe(first.refresh_token)

    const [before, after] = [claimsOf(first.access_token), claimsOf(body.access_token)]
    expect(after).toMatchObject({ sid: before.sid, auth_time: before.auth_time })
    expect(after.jti).not.toBe(before.jti)
    expect(Number(after.iat) - Number(before.iat)).toBeGreaterThanOrEqual(400)
    expect((await refresh(emulator, body.refresh_token)).status).toBe(200)
  })

  test('replayed within 30 seconds gives the same pair, and later none', async () => {
    const emulator = await start()
    const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const { body: first } = await refresh(emulator, refresh_token)
    emulator.clock.advance({ seconds: 29 })
    const { body: replayed } = await refresh(emulator, refresh_token)
    expect(replayed).toEqual(first)
    emulator.clock.advance({ seconds: 2 })
    expect(await refresh(emulator, refresh_token)).toMatchObject(exchanged)
    expect((await refresh(emulator, first.refresh_token)).status).toBe(200)
  })

  test('asked for many times at once gives one pair', async () => {
    const emulator = await start()
    const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => refresh(emulator, refresh_token)),
    )
    expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1)
    expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(1)
  })

  test('strictly, is there for the first and nobody else', async () => {
    const emulator = await start({ strictRefresh: true })
    const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => refresh(emulator, refresh_token)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400])
    expect(answers.find(({ status }) => status === 400)).toMatchObject(exchanged)
  })

  test('of an unknown token is refused', async () => {
    const emulator = await start()
    expect(await refresh(emulator, 'made-up')).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid refresh token.' },
    })
  })

  test('reads role and permissions afresh', async () => {
    const emulator = await start()
    const { refresh_token, user } = await emulator.mintSession({ email: 'ben@northwind.example' })
    const { body: list } = await call(
      emulator,
      'GET',
      `/user_management/organization_memberships?user_id=${user.id}`,
    )
    await call(emulator, 'PUT', `/user_management/organization_memberships/${list.data[0].id}`, {
      body: { role_slugs: ['viewer', 'billing'] },
    })
    const { body } = await refresh(emulator, refresh_token)
    const claims = claimsOf(body.access_token)
    expect(claims).toMatchObject({ role: 'viewer', roles: ['viewer', 'billing'] })
    expect(new Set(claims.permissions as string[])).toEqual(
      new Set(['projects:read', 'members:read', 'billing:manage']),
    )
  })
})

describe('the organization', () => {
  const jonas = { email: 'jonas@consult.example' }
  const northwind = 'org_01JNORTHWIND0000000000000A'
  const halcyon = 'org_01JHALCYON000000000000000B'

  test('can be switched, and the switch lasts', async () => {
    const emulator = await start()
    const first = await emulator.mintSession({ ...jonas, organizationId: northwind })
    const { body: switched } = await refresh(emulator, first.refresh_token, {
      organization_id: halcyon,
    })
    expect(switched.organization_id).toBe(halcyon)
    expect(claimsOf(switched.access_token)).toMatchObject({ org_id: halcyon, role: 'admin' })
    const { body: later } = await refresh(emulator, switched.refresh_token)
    expect(later.organization_id).toBe(halcyon)
  })

  test('cannot be one that the user is no member of, and the token stays good', async () => {
    const emulator = await start()
    const { refresh_token } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const refused = { status: 400, body: { error: 'organization_membership_not_found' } }
    for (const organization_id of [halcyon, 'org_made_up']) {
      expect(await refresh(emulator, refresh_token, { organization_id })).toMatchObject(refused)
    }
    expect((await refresh(emulator, refresh_token)).status).toBe(200)
  })

  test('cannot be one whose membership was deactivated', async () => {
    const emulator = await start()
    const { refresh_token, user } = await emulator.mintSession({ email: 'ada@northwind.example' })
    const memberships = '/user_management/organization_memberships'
    const { body } = await call(emulator, 'GET', `${memberships}?user_id=${user.id}`)
    await call(emulator, 'PUT', `${memberships}/${body.data[0].id}/deactivate`)
    expect((await refresh(emulator, refresh_token)).body.error).toBe(
      'organization_membership_not_found',
    )
  })
})

describe('the end', () => {
  const refused = { status: 400, body: { error: 'invalid_grant' } }

  test.each<[string, (emulator: Emulator, ids: { user: string; sid: string }) => unknown]>([
    [
      'a revoked session',
      (emulator, { sid }) =>
        call(emulator, 'POST', '/user_management/sessions/revoke', { body: { session_id: sid } }),
    ],
    [
      'a session that was signed out of',
      (emulator, { sid }) =>
        emulator.fetch(
          new Request(`${emulator.url}/user_management/sessions/logout?session_id=${sid}`),
        ),
    ],
    [
      'a deleted user',
      (emulator, { user }) => call(emulator, 'DELETE', `/user_management/users/${user}`),
    ],
    [
      'a session that is older than its limit',
      (emulator) => emulator.clock.advance({ seconds: 31 * 24 * 60 * 60 }),
    ],
  ])('%s is refreshed no more', async (_, end) => {
    const emulator = await start()
    const minted = await emulator.mintSession({ email: 'ada@northwind.example' })
    const sid = String(claimsOf(minted.access_token).sid)
    const { body: next } = await refresh(emulator, minted.refresh_token)
    await end(emulator, { user: minted.user.id, sid })
    expect(await refresh(emulator, next.refresh_token)).toMatchObject(refused)
    expect(await refresh(emulator, minted.refresh_token)).toMatchObject(refused)
  })
})
