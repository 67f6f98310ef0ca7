import { expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { codeOf } from '../support/pages.ts'
import { bank, startWithSdk } from '../support/sdk.ts'
import { redirectUri } from '../support/signIn.ts'

const email = 'nora@meridian.example'
const connection = 'conn_01JMERIDIANSSO0000000000A'

test('standalone SSO: a profile for a code, and again for its token', async () => {
  const { emulator, workos } = await startWithSdk()
  const clientId = emulator.clientId
  const url = workos.sso.getAuthorizationUrl({
    connection,
    redirectUri,
    clientId,
    loginHint: email,
  })
  const browser = openBrowser(emulator)
  const done = await browser.submit(await browser.get(url), { email, groups: 'Engineering' })
  const { accessToken, profile } = await workos.sso.getProfileAndToken({
    clientId,
    code: codeOf(done),
  })
  expect(profile).toMatchObject({
    email,
    idpId: email,
    connectionId: connection,
    connectionType: 'GenericSAML',
    organizationId: bank,
    groups: ['Engineering'],
  })
  expect(await workos.sso.getProfile({ accessToken })).toEqual(profile)
})

test('standalone SSO for whoever holds the verifier', async () => {
  const { emulator, workos } = await startWithSdk()
  const clientId = emulator.clientId
  const { url, codeVerifier } = await workos.sso.getAuthorizationUrlWithPKCE({
    organization: bank,
    redirectUri,
    clientId,
  })
  const browser = openBrowser(emulator)
  const code = codeOf(await browser.submit(await browser.get(url), { email }))
  await expect(workos.sso.getProfileAndToken({ clientId, code })).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  const { profile } = await workos.sso.getProfileAndToken({ clientId, code, codeVerifier })
  expect(profile.email).toBe(email)
})
