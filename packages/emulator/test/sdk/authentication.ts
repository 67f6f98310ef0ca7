import { expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { claimsOf } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'
import { codeNow, minasSecret } from '../support/grants.ts'
import { codeOf } from '../support/pages.ts'
import { ada, northwind, startWithSdk } from '../support/sdk.ts'
import { enterPassword, password, redirectUri } from '../support/signIn.ts'

const email = 'ada@northwind.example'
const cookiePassword = 'a password that seals sessions, long enough'
const codeTo = (emulator: Emulator, to: string) => emulator.inbox.latest(to)?.code ?? ''

/** What the SDK knows of a refusal that goes on. */
type Continuation = {
  code: string
  rawData: Record<string, unknown> & {
    pending_authentication_token: string
    radar_challenge_id: string
    authentication_factors: { id: string }[]
    organizations: { id: string; name: string }[]
  }
}

const refusalOf = (attempt: Promise<unknown>): Promise<Continuation> =>
  attempt.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error) => error as Continuation,
  )

test('a code of the hosted pages, and the pair after it', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const clientId = emulator.clientId
  const url = userManagement.getAuthorizationUrl({
    provider: 'authkit',
    redirectUri,
    clientId,
    state: 'kept',
    loginHint: email,
  })
  const browser = openBrowser(emulator)
  const done = await enterPassword(browser, await browser.get(url), { email })
  expect(done.location?.searchParams.get('state')).toBe('kept')
  const first = await userManagement.authenticateWithCode({
    code: codeOf(done),
    clientId,
    session: { sealSession: true, cookiePassword },
  })
  expect(first).toMatchObject({
    user: { id: ada, email },
    organizationId: northwind,
    authenticationMethod: 'Password',
  })
  const session = userManagement.loadSealedSession({
    sessionData: first.sealedSession ?? '',
    cookiePassword,
  })
  expect(await session.authenticate()).toMatchObject({ authenticated: true, role: 'admin' })
  const next = await userManagement.authenticateWithRefreshToken({
    refreshToken: first.refreshToken,
    clientId,
  })
  expect(next.refreshToken).not.toBe(first.refreshToken)
  expect(claimsOf(next.accessToken).sid).toBe(claimsOf(first.accessToken).sid)
  const sessionId = String(claimsOf(next.accessToken).sid)
  const returnTo = 'http://localhost:3000'
  const left = await browser.get(userManagement.getLogoutUrl({ sessionId, returnTo }))
  expect(left.location?.origin).toBe(returnTo)
  await expect(
    userManagement.authenticateWithRefreshToken({ refreshToken: next.refreshToken, clientId }),
  ).rejects.toMatchObject({ error: 'invalid_grant' })
  const jwks = await (await fetch(userManagement.getJwksUrl(clientId))).json()
  expect(jwks.keys).toMatchObject([{ kty: 'RSA', use: 'sig' }])
})

test('a code for whoever holds its verifier', async () => {
  const { emulator, workos } = await startWithSdk()
  const { url, codeVerifier } = await workos.userManagement.getAuthorizationUrlWithPKCE({
    provider: 'authkit',
    redirectUri,
    clientId: emulator.clientId,
  })
  const browser = openBrowser(emulator)
  const code = codeOf(await enterPassword(browser, await browser.get(url), { email }))
  const redeem = (verifier: string) =>
    workos.userManagement.authenticateWithCodeAndVerifier({
      code,
      codeVerifier: verifier,
      clientId: emulator.clientId,
    })
  await expect(redeem('x'.repeat(43))).rejects.toMatchObject({ error: 'invalid_grant' })
  expect(await redeem(codeVerifier)).toMatchObject({ user: { id: ada } })
})

test('a password and its reset', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const clientId = emulator.clientId
  const made = await userManagement.createPasswordReset({ email })
  expect(await userManagement.getPasswordReset(made.id)).toEqual(made)
  expect(made).toMatchObject({ userId: ada, email })
  const newPassword = 'another sesame 43'
  const { user } = await userManagement.resetPassword({
    token: made.passwordResetToken,
    newPassword,
  })
  expect(user.id).toBe(ada)
  await expect(
    userManagement.authenticateWithPassword({ clientId, email, password }),
  ).rejects.toMatchObject({ code: 'invalid_credentials' })
  const result = await userManagement.authenticateWithPassword({
    clientId,
    email,
    password: newPassword,
    ipAddress: '203.0.113.7',
    userAgent: 'a browser',
  })
  expect(result).toMatchObject({ user: { id: ada }, authenticationMethod: 'Password' })
  const [session] = (await userManagement.listSessions(ada)).data
  expect(session).toMatchObject({ ipAddress: '203.0.113.7', userAgent: 'a browser' })
})

test('a Magic Auth code', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const made = await userManagement.createMagicAuth({ email })
  expect(await userManagement.getMagicAuth(made.id)).toEqual(made)
  expect(made.code).toBe(codeTo(emulator, email))
  const clientId = emulator.clientId
  expect(
    await userManagement.authenticateWithMagicAuth({ clientId, email, code: made.code }),
  ).toMatchObject({ user: { id: ada }, authenticationMethod: 'MagicAuth' })
})

test('an address that has to be verified, in a sign-in and on its own', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const clientId = emulator.clientId
  const lena = 'lena@home.example'
  const refused = await refusalOf(
    userManagement.authenticateWithPassword({ clientId, email: lena, password }),
  )
  expect(refused.code).toBe('email_verification_required')
  const id = String(refused.rawData.email_verification_id)
  const { code } = await userManagement.getEmailVerification(id)
  const result = await userManagement.authenticateWithEmailVerification({
    clientId,
    code,
    pendingAuthenticationToken: refused.rawData.pending_authentication_token,
  })
  expect(result.user).toMatchObject({ email: lena, emailVerified: true })

  const other = await userManagement.createUser({ email: 'other@home.example' })
  const sent = await userManagement.sendVerificationEmail({ userId: other.id })
  expect(sent.user.emailVerified).toBe(false)
  const { user } = await userManagement.verifyEmail({
    userId: other.id,
    code: codeTo(emulator, other.email),
  })
  expect(user.emailVerified).toBe(true)
})

test('a second factor', async () => {
  const { emulator, workos } = await startWithSdk()
  const clientId = emulator.clientId
  const refused = await refusalOf(
    workos.userManagement.authenticateWithPassword({
      clientId,
      email: 'mina@ledgerline.example',
      password,
    }),
  )
  expect(refused.code).toBe('mfa_challenge')
  const [factor] = refused.rawData.authentication_factors
  const challenge = await workos.multiFactorAuth.challengeFactor({
    authenticationFactorId: factor?.id ?? '',
  })
  const result = await workos.userManagement.authenticateWithTotp({
    clientId,
    code: codeNow(emulator, minasSecret),
    authenticationChallengeId: challenge.id,
    pendingAuthenticationToken: refused.rawData.pending_authentication_token,
  })
  expect(result.user.email).toBe('mina@ledgerline.example')
})

test('a choice of organizations', async () => {
  const { emulator, workos } = await startWithSdk()
  const clientId = emulator.clientId
  const refused = await refusalOf(
    workos.userManagement.authenticateWithPassword({
      clientId,
      email: 'jonas@consult.example',
      password,
    }),
  )
  expect(refused.code).toBe('organization_selection_required')
  expect(refused.rawData.organizations.map(({ name }) => name)).toEqual([
    'Halcyon Health',
    'Northwind Freight',
  ])
  const result = await workos.userManagement.authenticateWithOrganizationSelection({
    clientId,
    organizationId: northwind,
    pendingAuthenticationToken: refused.rawData.pending_authentication_token,
  })
  expect(result.organizationId).toBe(northwind)
})

test('Radar’s challenges', async () => {
  const { emulator, workos } = await startWithSdk()
  const { userManagement } = workos
  const clientId = emulator.clientId
  const attempt = () =>
    refusalOf(userManagement.authenticateWithPassword({ clientId, email, password }))
  emulator.radar.suspect({ email, challenge: 'email' })
  const byEmail = await attempt()
  const first = await userManagement.authenticateWithRadarEmailChallenge({
    clientId,
    code: codeTo(emulator, email),
    radarChallengeId: byEmail.rawData.radar_challenge_id,
    pendingAuthenticationToken: byEmail.rawData.pending_authentication_token,
  })
  expect(first.user.id).toBe(ada)

  emulator.radar.suspect({ email, challenge: 'sms' })
  const bySms = await attempt()
  const pendingAuthenticationToken = bySms.rawData.pending_authentication_token
  const phoneNumber = '+15555550123'
  const sent = await userManagement.sendRadarSmsChallenge({
    userId: ada,
    pendingAuthenticationToken,
    phoneNumber,
  })
  const second = await userManagement.authenticateWithRadarSmsChallenge({
    clientId,
    code: codeTo(emulator, phoneNumber),
    verificationId: sent.verificationId,
    phoneNumber,
    pendingAuthenticationToken,
  })
  expect(second.user.id).toBe(ada)
})
