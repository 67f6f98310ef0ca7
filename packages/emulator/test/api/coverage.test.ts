import { expect, test, vi } from 'vitest'
import { call } from '../support/api.ts'
import { endpoints } from '../support/endpoints.ts'
import { start } from '../support/start.ts'

// Two hundred requests, on whatever machine.
vi.setConfig({ testTimeout: 60_000 })

/** Declared operations that the emulator does not serve, and why. */
const unserved: readonly { reason: string; operations: readonly string[] }[] = [
  {
    reason: 'Connect: AuthKit as the identity provider of other applications.',
    operations: [
      'GET /connect/applications',
      'POST /connect/applications',
      'GET /connect/applications/{id}',
      'PUT /connect/applications/{id}',
      'DELETE /connect/applications/{id}',
      'GET /connect/applications/{application_id}/client_secrets',
      'POST /connect/applications/{application_id}/client_secrets',
      'DELETE /connect/client_secrets/{id}',
    ],
  },
  {
    reason: 'Pipes: the providers themselves and their tokens; accounts at them are served.',
    operations: [
      'GET /data-integrations',
      'POST /data-integrations',
      'GET /data-integrations/{slug}',
      'PUT /data-integrations/{slug}',
      'DELETE /data-integrations/{slug}',
      'POST /data-integrations/{slug}/authorize',
      'POST /data-integrations/{slug}/token',
      'POST /data-integrations/{slug}/credentials',
      'PUT /data-integrations/{slug}/api-key',
      'PUT /data-integrations/{slug}/client-credentials',
    ],
  },
  {
    reason: 'Vault: encrypted storage, which has nothing to do with signing in.',
    operations: [
      'GET /vault/v1/kv',
      'POST /vault/v1/kv',
      'GET /vault/v1/kv/{id}',
      'GET /vault/v1/kv/name/{name}',
      'PUT /vault/v1/kv/{id}',
      'DELETE /vault/v1/kv/{id}',
      'GET /vault/v1/kv/{id}/metadata',
      'GET /vault/v1/kv/{id}/versions',
      'POST /vault/v1/keys/data-key',
      'POST /vault/v1/keys/decrypt',
      'POST /vault/v1/keys/rekey',
    ],
  },
  {
    reason: 'Radar as a risk engine for forms of one’s own; its challenges are served.',
    operations: [
      'POST /radar/attempts',
      'PUT /radar/attempts/{id}',
      'POST /radar/lists/{type}/{action}',
      'DELETE /radar/lists/{type}/{action}',
    ],
  },
  {
    reason: 'Identities of agents.',
    operations: [
      'GET /agents/registrations/{id}',
      'POST /agents/credentials/validate',
      'PATCH /agents/claims/attempts',
    ],
  },
  {
    reason: 'Ends a Connect sign-in, and there is no Connect.',
    operations: ['POST /authkit/oauth2/complete'],
  },
  {
    reason: 'Magic Link, which WorkOS has replaced by Magic Auth.',
    operations: ['POST /passwordless/sessions', 'POST /passwordless/sessions/{id}/send'],
  },
]

test('every operation that the contract declares is served, but for those with a reason', async () => {
  const emulator = await start()
  const missing: string[] = []
  for (const { method, path } of endpoints()) {
    const response = await emulator.fetch(
      new Request(`${emulator.url}${path.replaceAll(/\{\w+\}/g, 'x')}`, {
        method,
        headers: { authorization: `Bearer ${emulator.apiKey}` },
      }),
    )
    // Nothing is there at all, or it was taken for one of the hosted pages.
    const html = response.headers.get('content-type')?.startsWith('text/html')
    const isPage = html && path.startsWith('/authkit/')
    if (response.status === 501 || isPage) missing.push(`${method} ${path}`)
  }
  const excused = unserved.flatMap(({ operations }) => operations)
  expect(missing.toSorted()).toEqual(excused.toSorted())
})

test('what is not served says its name', async () => {
  const emulator = await start()
  expect(await call(emulator, 'POST', '/vault/v1/kv', { body: {} })).toMatchObject({
    status: 501,
    body: { code: 'not_implemented', operation: 'POST /vault/v1/kv' },
  })
})
