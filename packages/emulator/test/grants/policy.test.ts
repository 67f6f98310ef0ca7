import { describe, expect, test } from 'vitest'
import type { Seed } from '../../src/index.ts'
import { authenticate, call, refresh } from '../support/api.ts'
import { grantTypes, makeCode, minasSecret, withCode, withPassword } from '../support/grants.ts'
import { start } from '../support/start.ts'

const password = 'open-sesame-42'
const nora = 'nora@bank.example'
const guest = 'guest@home.example'

/** A bank that takes SSO only, a firm with a second factor, a club that takes passwords and codes. */
const seed: Seed = {
  roles: [{ slug: 'member' }],
  organizations: [
    {
      id: 'org_bank',
      name: 'Bank',
      domains: ['bank.example'],
      connections: [{ id: 'conn_bank', name: 'Bank SSO' }],
    },
    { id: 'org_firm', name: 'Firm', policy: { mfa: 'required' } },
    {
      id: 'org_club',
      name: 'Club',
      domains: ['club.example'],
      policy: { methods: ['magic_auth', 'google_oauth', 'sso'] },
      connections: [{ id: 'conn_club', name: 'Club SSO' }],
    },
    { id: 'org_open', name: 'Open' },
  ],
  users: [
    { email: nora, password, memberships: [{ organization: 'Bank' }] },
    { email: 'cleo@club.example', password, memberships: [{ organization: 'Club' }] },
    {
      email: guest,
      password,
      memberships: [{ organization: 'Bank' }, { organization: 'Firm' }, { organization: 'Open' }],
    },
    {
      email: 'keyed@home.example',
      password,
      factors: [{ type: 'totp', secret: minasSecret }],
      memberships: [{ organization: 'Firm' }, { organization: 'Open' }],
    },
  ],
}

async function choose(email: string, organization_id: string) {
  const emulator = await start({ seed })
  const { body } = await withPassword(emulator, email)
  const answer = await authenticate(emulator, {
    grant_type: grantTypes.organizationSelection,
    pending_authentication_token: body.pending_authentication_token,
    organization_id,
  })
  return { emulator, answer }
}

describe('the policy of a domain', () => {
  test('names the ways in that it leaves, to everybody at the domain', async () => {
    const emulator = await start({ seed })
    expect(await withPassword(emulator, nora)).toMatchObject({
      status: 400,
      body: {
        error: 'organization_authentication_methods_required',
        error_description:
          'User must authenticate using one of the methods allowed by the organization.',
        email: nora,
        sso_connection_ids: ['conn_bank'],
        auth_methods: {
          apple_oauth: false,
          github_oauth: false,
          google_oauth: false,
          magic_auth: false,
          microsoft_oauth: false,
          password: false,
        },
        pending_authentication_token: expect.any(String),
      },
    })
    // A wrong password learns nothing of it.
    const wrong = await withPassword(emulator, nora, { password: 'wrong' })
    expect(wrong.body.code).toBe('invalid_credentials')
  })

  test('may take some ways and not others', async () => {
    const emulator = await start({ seed })
    const cleo = 'cleo@club.example'
    expect(await withPassword(emulator, cleo)).toMatchObject({
      status: 400,
      body: {
        error: 'organization_authentication_methods_required',
        sso_connection_ids: ['conn_club'],
        auth_methods: { magic_auth: true, google_oauth: true, password: false },
      },
    })
    const { code } = (await makeCode(emulator, cleo)).body
    expect((await withCode(emulator, cleo, code)).status).toBe(200)
  })
})

describe('the policy of an organization', () => {
  test('wants SSO of a guest who chooses it', async () => {
    const { answer } = await choose(guest, 'org_bank')
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: 'sso_required',
        error_description: 'User must authenticate using one of the matching connections.',
        email: guest,
        connection_ids: ['conn_bank'],
        pending_authentication_token: expect.any(String),
      },
    })
  })

  test('wants a second factor of those who choose it', async () => {
    const { answer } = await choose(guest, 'org_firm')
    expect(answer).toMatchObject({ status: 403, body: { code: 'mfa_enrollment' } })
    const keyed = await choose('keyed@home.example', 'org_firm')
    expect(keyed.answer).toMatchObject({ status: 403, body: { code: 'mfa_challenge' } })
  })

  test('asks nothing of those who choose another', async () => {
    const { answer } = await choose(guest, 'org_open')
    expect(answer).toMatchObject({ status: 200, body: { organization_id: 'org_open' } })
  })

  test('holds for a switch, and the session stays where it is', async () => {
    const { emulator, answer } = await choose(guest, 'org_open')
    const { refresh_token } = answer.body
    const to = (organization_id: string) => refresh(emulator, refresh_token, { organization_id })
    expect((await to('org_bank')).body.error).toBe('sso_required')
    expect(await to('org_firm')).toMatchObject({ status: 400, body: { error: 'mfa_enrollment' } })
    expect((await to('org_club')).body.error).toBe('organization_membership_not_found')
    expect(await to('org_open')).toMatchObject({
      status: 200,
      body: { organization_id: 'org_open' },
    })
  })

  test('asks for the factor at a switch, and goes on in a new session', async () => {
    const { emulator, answer } = await choose('keyed@home.example', 'org_open')
    const asked = await refresh(emulator, answer.body.refresh_token, {
      organization_id: 'org_firm',
    })
    expect(asked).toMatchObject({
      status: 403,
      body: { code: 'mfa_challenge', pending_authentication_token: expect.any(String) },
    })
  })

  test('is not chosen by those who do not belong there', async () => {
    const { answer } = await choose(guest, 'org_club')
    expect(answer.body.error).toBe('organization_membership_not_found')
  })
})

describe('an invitation that a grant brings along', () => {
  const invited: Seed = {
    ...seed,
    invitations: [
      { email: 'new@firma.example', organization: 'Open', role: 'member', token: 'to-firma-1234' },
      { email: 'new@gmail.com', organization: 'Open', token: 'to-gmail-1234' },
      { email: 'new@firma.example', token: 'to-everybody-1' },
      { email: 'cleo@club.example', organization: 'Bank', token: 'to-the-bank-1' },
    ],
    users: [
      ...(seed.users ?? []),
      { email: 'other@firma.example', password },
      { email: 'other@gmail.com', password },
    ],
  }
  const accept = async (email: string, invitation_token: string) => {
    const emulator = await start({ seed: invited })
    const answer = await withPassword(emulator, email, { invitation_token })
    return { emulator, answer }
  }

  test('joins its organization, for anybody at a company’s domain', async () => {
    const { emulator, answer } = await accept('other@firma.example', 'to-firma-1234')
    expect(answer).toMatchObject({ status: 200, body: { organization_id: 'org_open' } })
    const again = await withPassword(emulator, 'other@firma.example', {
      invitation_token: 'to-firma-1234',
    })
    expect(again).toMatchObject({ status: 400, body: { error: 'invitation_invalid' } })
    const memberships = await call(
      emulator,
      'GET',
      `/user_management/organization_memberships?user_id=${answer.body.user.id}`,
    )
    expect(memberships.body.data).toMatchObject([{ status: 'active', role: { slug: 'member' } }])
  })

  test('is for the exact address where anybody can have one', async () => {
    const { answer } = await accept('other@gmail.com', 'to-gmail-1234')
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'invitation_cannot_be_used_for_email' },
    })
    const elsewhere = await accept('other@gmail.com', 'to-firma-1234')
    expect(elsewhere.answer.body.error).toBe('invitation_cannot_be_used_for_email')
  })

  test('to the product is for anybody, and none outlives its week', async () => {
    expect((await accept('other@gmail.com', 'to-everybody-1')).answer.status).toBe(200)
    const emulator = await start({ seed: invited })
    emulator.clock.advance({ seconds: 7 * 24 * 3600 + 1 })
    for (const invitation_token of ['to-everybody-1', 'made-up']) {
      const late = await withPassword(emulator, 'other@gmail.com', { invitation_token })
      expect(late.body.error).toBe('invitation_invalid')
    }
  })

  test('does not go round the organization’s policy', async () => {
    const emulator = await start({ seed: invited })
    const { code } = (await makeCode(emulator, 'cleo@club.example')).body
    const answer = await withCode(emulator, 'cleo@club.example', code, {
      invitation_token: 'to-the-bank-1',
    })
    expect(answer.body.error).toBe('sso_required')
  })
})
