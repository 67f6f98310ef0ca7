import type { Emulator, Seed } from '../../src/index.ts'
import { call } from './api.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'
import { redirectUri } from './signIn.ts'

export const nora = 'nora@meridian.example'
export const organization = 'org_01JMERIDIANBANK000000000E'
export const connection = 'conn_01JMERIDIANSSO0000000000A'

/** Organizations with connections of every sort. */
export const seed: Seed = {
  authentication: { providers: [{ provider: 'GoogleOAuth', returnTokens: true }] },
  signOutRedirects: ['http://localhost:3000/bye'],
  roles: [{ slug: 'member' }],
  organizations: [
    {
      id: 'org_bank',
      name: 'Bank',
      domains: ['bank.example'],
      connections: [
        {
          id: 'conn_oidc',
          name: 'Bank',
          type: 'GenericOIDC',
          people: [{ email: 'bo@bank.example' }],
        },
      ],
    },
    {
      id: 'org_idle',
      name: 'Idle',
      connections: [{ id: 'conn_idle', name: 'Idle', state: 'inactive' }],
    },
    {
      id: 'org_two',
      name: 'Two',
      connections: [
        { id: 'conn_a', name: 'A' },
        { id: 'conn_b', name: 'B' },
      ],
    },
    { id: 'org_none', name: 'None' },
  ],
}

/** A browser that an application has sent to standalone SSO. */
export async function begin(
  emulator: Emulator,
  selector: Record<string, string>,
): Promise<{ browser: Browser; page: Page }> {
  const browser = openBrowser(emulator)
  const parameters = new URLSearchParams({
    client_id: emulator.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'some state',
    ...selector,
  })
  return { browser, page: await browser.get(`/sso/authorize?${parameters}`) }
}

/** Exchanges a code for a profile. */
export const token = (emulator: Emulator, form: Record<string, string>) =>
  call(emulator, 'POST', '/sso/token', {
    body: {
      client_id: emulator.clientId,
      client_secret: emulator.apiKey,
      grant_type: 'authorization_code',
      ...form,
    },
    headers: { authorization: '' },
  })

/** Reads a profile by an access token. */
export const profileBy = (emulator: Emulator, accessToken: string) =>
  call(emulator, 'GET', '/sso/profile', { headers: { authorization: `Bearer ${accessToken}` } })

/** Makes the identity provider vouch for somebody. */
export const vouch = (
  browser: Browser,
  page: Page,
  email: string,
  more: Record<string, string> = {},
) =>
  browser.submit(page, {
    email,
    first_name: 'Nora',
    last_name: 'Haddad',
    groups: 'Engineering, Admins',
    custom_attributes: 'department=Platform',
    idp_id: '00u1',
    ...more,
  })
