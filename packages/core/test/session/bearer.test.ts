import { describe, expect, it } from 'vitest'
import { harness, token } from '../support/keyServer.ts'

describe('an access token that a caller brings', () => {
  it('is good where it is of a session', async () => {
    const { kit } = harness()
    expect(await kit.readBearer(await token())).toMatchObject({
      status: 'bearer',
      claims: { userId: 'user_1', sessionId: 'session_1' },
    })
  })

  it('is refused where an application has it that the person has connected', async () => {
    // As WorkOS Connect makes them, with the same key: https://workos.com/docs/authkit/connect/token-claims
    const connected = {
      iss: 'https://example.authkit.app',
      aud: 'client_emulator',
      client_id: 'client_third_party',
      sid: 'app_consent_1',
      scope: 'openid profile',
      org_id: 'org_1',
    }
    const { kit } = harness()
    const state = await kit.readBearer(await token({ claims: connected }))
    expect(state).toEqual({ status: 'signed-out', reason: 'invalid-token' })
  })
})
