import type { AuthenticateResultWire } from '@latchkey/core/contract'
import type { Emulator } from '../../src/index.ts'

/** An answer of the API, with its body read. */
// biome-ignore lint/suspicious/noExplicitAny: bodies are asserted on, whatever they are
export type Answer = { status: number; body: any; headers: Headers }

/** Calls the API with the key. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await emulator.fetch(
    new Request(new URL(path, emulator.url), {
      method,
      headers: {
        authorization: `Bearer ${emulator.apiKey}`,
        'content-type': 'application/json',
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    }),
  )
  const text = await response.text()
  const { status, headers } = response
  return { status, body: text === '' ? undefined : JSON.parse(text), headers }
}

/** Calls the token endpoint as a server would. */
export function authenticate(emulator: Emulator, body: Record<string, unknown>): Promise<Answer> {
  return call(emulator, 'POST', '/user_management/authenticate', {
    body: { client_id: emulator.clientId, client_secret: emulator.apiKey, ...body },
    headers: { authorization: '' },
  })
}

/** Exchanges a refresh token. */
export const refresh = (
  emulator: Emulator,
  refresh_token: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  authenticate(emulator, { grant_type: 'refresh_token', refresh_token, ...more })

/** What an access token says, unchecked. */
export function claimsOf(token: AuthenticateResultWire['access_token']): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}
