import { describe, expect, it } from 'vitest'
import { authKitFor, type Config, readEnvironment } from '../../src/index.ts'
import { environment } from '../support/environment.ts'

const config = readEnvironment({ ...environment, WORKOS_CLIENT_ID: 'client_shared' })
const at = (host: string): Config => ({ ...config, appUrl: `https://${host}` })
const mark = { kind: 'session', sessionId: 'session_1' } as const
const claims = { userId: 'user_1', sessionId: 'session_1', organizationId: undefined, issuedAt: 1 }

/** Whether an instance made now shares with the one that was told of a revocation. */
async function sharesWithFirst(): Promise<boolean> {
  return (await authKitFor(config).revocations.check(claims)) === 'revoked'
}

describe('instances of one configuration', () => {
  it('share, and do not grow with the hosts that clients name', async () => {
    await authKitFor(config).revocations.revoke(mark)
    for (let host = 0; host < 50; host++) authKitFor(at(`${host}.example`))
    expect(await sharesWithFirst()).toBe(true)
    for (let host = 0; host < 200; host++) authKitFor(at(`${host}.example`))
    expect(await sharesWithFirst()).toBe(false)
  })

  it('that are used stay shared, however many others come', async () => {
    await authKitFor(config).revocations.revoke(mark)
    for (let host = 0; host < 200; host++) {
      authKitFor(at(`${host}.example`))
      expect(await sharesWithFirst()).toBe(true)
    }
  })
})
