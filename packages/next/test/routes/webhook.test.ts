import { parseCookies } from '@latchkey/core'
import { signPayload } from '@latchkey/core/webhooks'
import { NextRequest } from 'next/server.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { authRoutes, type WebhookOptions } from '../../src/routes/index.ts'
import { ada, appUrl, createWorld } from '../support/world.ts'

const secret = 'whsec_of_this_test'
const quiet = { report: () => undefined }

afterEach(() => vi.unstubAllEnvs())

async function revokedSession(options: WebhookOptions) {
  const world = await createWorld()
  const { POST } = authRoutes({ kit: world.kit, webhook: { ...quiet, ...options } })
  const cookies = parseCookies(await world.cookieOf(ada))
  const state = await world.kit.loadSession(cookies)
  if (state.status !== 'signed-in') throw new Error('Ada cannot sign in')
  const at = new Date(world.kit.now()).toISOString()
  const payload = JSON.stringify({
    object: 'event',
    id: 'event_1',
    event: 'session.revoked',
    created_at: at,
    data: {
      object: 'session',
      id: state.claims.sessionId,
      user_id: state.user.id,
      ip_address: null,
      user_agent: null,
      auth_method: 'password',
      status: 'revoked',
      expires_at: at,
      ended_at: at,
      created_at: at,
      updated_at: at,
    },
  })
  return {
    deliver: async (key: string) =>
      POST(
        new NextRequest(`${appUrl}/auth/webhook`, {
          method: 'POST',
          body: payload,
          headers: {
            'workos-signature': await signPayload({ payload, secret: key, now: world.kit.now() }),
          },
        }),
      ),
    status: async () => (await world.kit.loadSession(cookies)).status,
  }
}

describe('the webhook route', () => {
  it('makes a revocation hold at the next request, before the handlers of the product', async () => {
    const heard: string[] = []
    const { deliver, status } = await revokedSession({
      secrets: secret,
      handlers: { 'session.revoked': ({ data }) => heard.push(data.status) },
    })
    expect(await status()).toBe('signed-in')
    expect((await deliver(secret)).status).toBe(200)
    expect(await status()).toBe('signed-out')
    expect((await deliver(secret)).status).toBe(200)
    expect(heard).toEqual(['revoked'])
  })

  it('takes its secret from the environment', async () => {
    vi.stubEnv('WORKOS_WEBHOOK_SECRET', secret)
    const { deliver, status } = await revokedSession({})
    expect((await deliver(secret)).status).toBe(200)
    expect(await status()).toBe('signed-out')
  })

  it('believes nothing that is signed otherwise, or while it has no secret', async () => {
    const wrong = await revokedSession({ secrets: secret })
    expect((await wrong.deliver('whsec_of_somebody_else')).status).toBe(400)
    expect(await wrong.status()).toBe('signed-in')
    vi.stubEnv('WORKOS_WEBHOOK_SECRET', '')
    const unset = await revokedSession({})
    expect((await unset.deliver(secret)).status).toBe(500)
    expect(await unset.status()).toBe('signed-in')
  })
})
