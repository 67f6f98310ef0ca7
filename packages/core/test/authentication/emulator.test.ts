import { beforeEach, describe, expect, it } from 'vitest'
import { type AuthKit, createPkce } from '../../src/index.ts'
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { people } from '../support/people.ts'
import { createVisitor } from '../support/visitor.ts'

let emulator: TestEmulator
let kit: AuthKit
beforeEach(async () => {
  emulator = await startEmulator()
  kit = kitFor(emulator).kit
})

/** Goes through the hosted pages; returns the code that the callback gets. */
async function codeFrom(url: string): Promise<string> {
  const visitor = createVisitor()
  const back = kit.config.redirectUri
  const email = await visitor.open(url, back)
  const secret =
    email.kind === 'page' ? await visitor.submit(email, { email: people.ada }, back) : email
  const done =
    secret.kind === 'page'
      ? await visitor.submit(secret, { password: 'open-sesame-42' }, back)
      : secret
  if (done.kind === 'page') throw new Error(`still at ${done.url}`)
  return done.url.searchParams.get('code') ?? ''
}

describe('the code grant, at the emulator', () => {
  it('is redeemed by a public client with its verifier, and by nobody with another', async () => {
    const { verifier, challenge } = await createPkce()
    const url = kit.getAuthorizationUrl({
      provider: 'authkit',
      codeChallenge: challenge,
      state: 's',
    })
    const code = await codeFrom(url)
    const other = await createPkce()
    const client = 'public'
    const stolen = await kit.authenticateWithCode({ client, code, codeVerifier: other.verifier })
    expect(stolen).toMatchObject({ status: 'failed', code: 'invalid_grant' })
    const outcome = await kit.authenticateWithCode({ client, code, codeVerifier: verifier })
    expect(outcome).toMatchObject({
      status: 'authenticated',
      session: { user: { email: people.ada }, authenticationMethod: 'Password' },
    })
    if (outcome.status !== 'authenticated') throw new Error(outcome.status)
    const { refreshToken } = outcome.session
    const refreshed = await kit.authenticateWithRefreshToken({ client, refreshToken })
    expect(refreshed.status).toBe('authenticated')
  })

  it('is redeemed by a confidential client without one', async () => {
    const code = await codeFrom(kit.getAuthorizationUrl({ provider: 'authkit' }))
    expect(await kit.authenticateWithCode({ code })).toMatchObject({ status: 'authenticated' })
    expect(await kit.authenticateWithCode({ code })).toMatchObject({ code: 'invalid_grant' })
  })
})

describe('the refresh grant, at the emulator', () => {
  it('does not switch to an organization of others', async () => {
    const { refresh_token: refreshToken } = await emulator.mint({ email: people.ada })
    const organizationId = 'org_of_others'
    expect(await kit.authenticateWithRefreshToken({ refreshToken, organizationId })).toMatchObject({
      status: 'failed',
      code: 'organization_membership_not_found',
    })
  })

  it('tells a wrong API key from a refused token', async () => {
    const wrong = { ...emulator, env: { ...emulator.env, WORKOS_API_KEY: 'sk_test_wrong' } }
    const { refresh_token: refreshToken } = await emulator.mint({ email: people.ada })
    expect(await kitFor(wrong).kit.authenticateWithRefreshToken({ refreshToken })).toMatchObject({
      status: 'failed',
      code: 'invalid_client',
    })
  })
})
