import { describe, expect, expectTypeOf, it } from 'vitest'
import type { DeviceOutcome } from '../../src/index.ts'
import { type Answer, recordingKit } from '../support/recording.ts'
import { authenticateResult } from './fixtures/session.ts'

const device = { deviceCode: 'device_1', expiresAt: 300, interval: 5 }
const pending: Answer = { status: 400, body: { error: 'authorization_pending' } }
const slowDown: Answer = { status: 400, body: { error: 'slow_down' } }
const signedIn: Answer = { body: authenticateResult() }

/** A WorkOS that answers in turn, and a clock that only waiting moves. */
function polling(answers: readonly Answer[]) {
  const waits: number[] = []
  let now = 0
  const left = [...answers]
  const { kit, requests } = recordingKit(() => left.shift() ?? pending, {
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds / 1000)
      now += milliseconds
    },
  })
  return { kit, requests, waits }
}

describe('startDeviceAuthorization', () => {
  it('begins without a secret, and says until when', async () => {
    const { kit, requests } = recordingKit(
      () => ({
        body: {
          device_code: 'device_1',
          user_code: 'BCDF-GHJK',
          verification_uri: 'https://example.authkit.app/device',
          verification_uri_complete: 'https://example.authkit.app/device?user_code=BCDF-GHJK',
          expires_in: 300,
        },
      }),
      { now: () => 1_000_000 },
    )
    expect(await kit.startDeviceAuthorization()).toEqual({
      deviceCode: 'device_1',
      userCode: 'BCDF-GHJK',
      verificationUri: 'https://example.authkit.app/device',
      verificationUriComplete: 'https://example.authkit.app/device?user_code=BCDF-GHJK',
      expiresAt: 1_300,
      interval: 5,
    })
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/user_management/authorize/device',
        authorization: undefined,
        body: { client_id: 'client_emulator' },
      },
    ])
  })
})

describe('pollDeviceAuthorization', () => {
  it('asks once an interval until the owner has answered', async () => {
    const { kit, requests, waits } = polling([pending, pending, signedIn])
    const outcome = await kit.pollDeviceAuthorization(device, { userAgent: 'tv' })
    expect(outcome).toMatchObject({ status: 'authenticated' })
    expect(waits).toEqual([5, 5, 5])
    expect(requests[0]?.body).toMatchObject({ device_code: 'device_1', user_agent: 'tv' })
  })

  it('slows down for good when it is told to', async () => {
    const { kit, waits } = polling([slowDown, pending, slowDown, signedIn])
    await kit.pollDeviceAuthorization(device)
    expect(waits).toEqual([5, 10, 10, 15])
  })

  it('sits outages out, ever longer, and as long as WorkOS says', async () => {
    const down: Answer = { status: 503, body: {} }
    const busy: Answer = { status: 429, body: {}, headers: { 'retry-after': '60' } }
    const { kit, waits } = polling([down, down, busy, pending, signedIn])
    expect(await kit.pollDeviceAuthorization(device)).toMatchObject({
      status: 'authenticated',
    })
    expect(waits).toEqual([5, 10, 20, 60, 5])
  })

  it.each(['access_denied', 'expired_token', 'invalid_grant'])('ends with %s', async (error) => {
    const { kit } = polling([pending, { status: 400, body: { error } }])
    const outcome = await kit.pollDeviceAuthorization(device)
    expect(outcome).toMatchObject({ status: 'failed', code: error })
  })

  it('ends by itself when the code is over', async () => {
    const { kit, requests } = polling([])
    const outcome = await kit.pollDeviceAuthorization({ ...device, expiresAt: 21 })
    expect(outcome).toMatchObject({ status: 'failed', code: 'expired_token' })
    expect(requests).toHaveLength(4)
  })

  it('gives up when it is told to, and asks no more', async () => {
    const { kit, requests } = recordingKit(() => pending, {
      now: () => 0,
      sleep: () => new Promise<void>(() => {}),
    })
    const reason = new Error('the owner went away')
    const controller = new AbortController()
    const waiting = kit.pollDeviceAuthorization(device, { signal: controller.signal })
    controller.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    const late = kit.pollDeviceAuthorization(device, { signal: AbortSignal.abort(reason) })
    await expect(late).rejects.toBe(reason)
    expect(requests).toEqual([])
  })

  it('never ends in pending', () => {
    expectTypeOf<'pending'>().not.toExtend<DeviceOutcome['status']>()
  })
})
