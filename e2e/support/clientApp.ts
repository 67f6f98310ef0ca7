import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Emulator } from '@latchkey/emulator'

/** The least that an application needs for sign-in: it begins it, and shows what came back. */
export interface ClientApp {
  readonly url: string
  /** The address that begins a sign-in. */
  signInUrl(parameters?: Record<string, string>): string
  close(): Promise<void>
}

/** Starts it on a free port. `/callback` shows the result of the grant as JSON, or the refusal. */
export async function startClientApp(emulator: Emulator): Promise<ClientApp> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-type', 'text/html')
    if (pathname !== '/callback') {
      response.end(page('Signed out', Object.fromEntries(searchParams)))
      return
    }
    const code = searchParams.get('code')
    if (code === null) {
      response.end(page('Refused', Object.fromEntries(searchParams)))
      return
    }
    const result = await redeem(emulator, { grant_type: 'authorization_code', code })
    response.end(page(`Signed in as ${result.user?.email ?? 'nobody'}`, withoutTokens(result)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    signInUrl: (parameters = {}) => {
      const query = new URLSearchParams({
        client_id: emulator.clientId,
        redirect_uri: `${url}/callback`,
        response_type: 'code',
        ...(parameters.connection_id === undefined && { provider: 'authkit' }),
        ...parameters,
      })
      return `${emulator.url}/user_management/authorize?${query}`
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What a grant answers, as far as the tests look at it. */
export type GrantResult = { user?: { email: string }; access_token?: string } & Record<
  string,
  unknown
>

/** Asks the token endpoint, as a server does. */
export async function redeem(
  emulator: Emulator,
  grant: Record<string, string>,
): Promise<GrantResult> {
  const response = await fetch(`${emulator.url}/user_management/authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: emulator.clientId,
      client_secret: emulator.apiKey,
      ...grant,
    }),
  })
  return (await response.json()) as GrantResult
}

/** The claims of the token instead of the token. */
function withoutTokens({ access_token = '..', refresh_token: _, ...rest }: GrantResult) {
  const claims = Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString()
  return { ...rest, claims: claims === '' ? null : JSON.parse(claims) }
}

const page = (title: string, value: unknown): string =>
  `<!doctype html><html lang="en"><title>Client</title><h1>${title}</h1><pre>${JSON.stringify(value, null, 2).replaceAll('<', '&lt;')}</pre>`
