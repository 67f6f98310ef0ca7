import { createHash, X509Certificate } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import { call, claimsOf } from './support/api.ts'
import { openEmulator } from './support/start.ts'

const emulator = await openEmulator({ accessTokenTtl: 120 })
afterAll(() => emulator.close())

const fetchKeys = async () => (await call(emulator, 'GET', '/sso/jwks/client_emulator')).body

describe('access tokens', () => {
  test('verify against the served keys, with the documented header and claims', async () => {
    const minted = await emulator.mintSession({ email: 'ada@northwind.example' })
    const { payload, protectedHeader } = await jwtVerify(
      minted.access_token,
      createLocalJWKSet(await fetchKeys()),
      { issuer: 'https://api.workos.com/user_management/client_emulator' },
    )
    expect(protectedHeader).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: expect.stringMatching(/^sso_oidc_key_pair_[0-9A-Z]{26}$/),
    })
    expect(payload).toEqual({
      iss: 'https://api.workos.com/user_management/client_emulator',
      sub: minted.user.id,
      sid: expect.stringMatching(/^session_[0-9A-Z]{26}$/),
      jti: expect.stringMatching(/^[0-9A-Z]{26}$/),
      client_id: 'client_emulator',
      auth_time: expect.any(Number),
      iat: expect.any(Number),
      exp: Number(payload.iat) + 120,
      org_id: minted.organization_id,
      role: 'admin',
      roles: ['admin'],
      permissions: [
        'projects:read',
        'projects:write',
        'members:read',
        'members:manage',
        'billing:manage',
        'settings:manage',
      ],
      entitlements: ['audit-logs', 'sso'],
    })
  })

  test('say nothing of an organization when there is none', async () => {
    const { access_token, organization_id } = await emulator.mintSession({
      email: 'kim@home.example',
    })
    expect(organization_id).toBeUndefined()
    expect(Object.keys(claimsOf(access_token)).sort()).toEqual(
      ['auth_time', 'client_id', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub'].sort(),
    )
  })

  test('leave out entitlements and flags when there are none', async () => {
    const { access_token } = await emulator.mintSession({ email: 'hugo@paperkite.example' })
    const claims = claimsOf(access_token)
    expect(claims).toHaveProperty('org_id')
    expect(claims).not.toHaveProperty('entitlements')
    expect(claims).not.toHaveProperty('feature_flags')
  })

  test('carry the issuer that was asked for, and the flags of the organization', async () => {
    const other = await openEmulator({
      issuer: 'https://auth.example.com',
      clientId: 'client_other',
      seed: {
        roles: [{ slug: 'member' }],
        organizations: [{ name: 'Acme', featureFlags: ['beta'] }],
        users: [{ email: 'a@acme.example', memberships: [{ organization: 'Acme' }] }],
      },
    })
    const { access_token } = await other.mintSession({ email: 'a@acme.example' })
    expect(claimsOf(access_token)).toMatchObject({
      iss: 'https://auth.example.com',
      client_id: 'client_other',
      feature_flags: ['beta'],
      role: 'member',
      permissions: [],
    })
    await other.close()
  })
})

describe('the key set', () => {
  test('has the certificate of each key and its thumbprint', async () => {
    const [key] = (await fetchKeys()).keys
    const der = Buffer.from(key.x5c[0], 'base64')
    const certificate = new X509Certificate(der)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    const { n, e } = certificate.publicKey.export({ format: 'jwk' })
    expect({ n, e }).toEqual({ n: key.n, e: key.e })
    expect(key['x5t#S256']).toBe(createHash('sha256').update(der).digest('base64url'))
    expect(key).not.toHaveProperty('d')
  })

  test('is 404 for another client', async () => {
    const { status, body } = await call(emulator, 'GET', '/sso/jwks/client_other')
    expect(status).toBe(404)
    expect(body.message).toContain('client_other')
  })
})
