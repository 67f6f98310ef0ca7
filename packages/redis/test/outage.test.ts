import { describe, expect, it } from 'vitest'
import { type Fleet, startFleet } from './support/fleet.ts'
import { ask, cookieAfter, deletions, statuses, storm } from './support/storm.ts'

const authenticate = { method: 'POST', path: '/user_management/authenticate' } as const
const all = [1, 1, 1, 1]

/** One storm as it should be when Redis works. */
async function expectOneRefresh(fleet: Fleet): Promise<void> {
  const cookie = await fleet.expiredCookie()
  const before = fleet.refreshes()
  const answers = await storm({ urls: fleet.urls, cookie, count: 40 })
  expect(statuses(answers)).toEqual({ 200: 40 })
  expect(fleet.refreshes() - before).toBe(1)
}

describe('a Redis that is', () => {
  it('killed in mid-storm and started again signs nobody out, and is warned of once', async () => {
    const fleet = await startFleet({ strictRefresh: false })
    const slow = fleet.emulator.faults.add({ ...authenticate, latency: 300 })
    const cookie = await fleet.expiredCookie()
    const answers = storm({ urls: fleet.urls, cookie, count: 100 })
    await expect.poll(() => fleet.emulator.faults.list()[0]?.hits).toBe(1)
    await fleet.redis.kill()
    expect(statuses(await answers)).toEqual({ 200: 100 })
    expect(deletions(await answers)).toEqual([])
    expect(fleet.told('unavailable')).toEqual(all)

    fleet.emulator.faults.remove(slow.id)
    const during = await storm({
      urls: fleet.urls,
      cookie: await fleet.expiredCookie(),
      count: 100,
    })
    expect(statuses(during)).toEqual({ 200: 100 })
    expect(fleet.told('unavailable')).toEqual(all)

    await fleet.redis.start()
    await expect
      .poll(
        async () => {
          await storm({ urls: fleet.urls, cookie: await fleet.expiredCookie(), count: 4 })
          return fleet.told('restored')
        },
        { timeout: 15_000 },
      )
      .toEqual(all)
    await expectOneRefresh(fleet)
    expect(fleet.told('unavailable')).toEqual(all)
  })

  it('suspended is given up on, and waited for by nobody when it is back', async () => {
    const fleet = await startFleet({ strictRefresh: false })
    await expectOneRefresh(fleet)
    const cookie = await fleet.expiredCookie()
    fleet.redis.suspend()
    const answers = await storm({ urls: fleet.urls, cookie, count: 100 })
    expect(statuses(answers)).toEqual({ 200: 100 })
    expect(deletions(answers)).toEqual([])
    expect(fleet.told('unavailable')).toEqual(all)

    fleet.redis.resume()
    await expectOneRefresh(fleet)
    expect(fleet.told('restored')).toEqual(all)
    // The turns that Redis gave out when it woke up belong to nobody any more.
    await fleet.travel(60)
    const [first = ''] = fleet.urls
    expect((await ask(first, cookie)).status).not.toBe(503)
  })
})

describe('an instance that dies while it refreshes', () => {
  it('leaves the session to the others', async () => {
    const fleet = await startFleet({ strictRefresh: true })
    const hanging = fleet.emulator.faults.add({ ...authenticate, latency: 600_000 })
    const cookie = await fleet.expiredCookie()
    const [first, second] = fleet.instances
    if (!first || !second) throw new Error('no instances')
    const lost = ask(first.url, cookie).catch(() => undefined)
    await expect.poll(() => fleet.emulator.faults.list()[0]?.hits).toBe(1)
    await first.kill()
    await lost
    fleet.emulator.faults.remove(hanging.id)

    const waiting = await ask(second.url, cookie)
    expect(waiting).toMatchObject({ status: 503, setCookies: [] })
    await expect
      .poll(() => ask(second.url, cookie), { timeout: 15_000 })
      .toMatchObject({ status: 200 })
    const answers = await storm({ urls: fleet.urls.slice(1), cookie, count: 30 })
    expect(statuses(answers)).toEqual({ 200: 30 })
    expect(new Set(answers.map((answer) => cookieAfter(answer, cookie))).size).toBe(1)
    expect(fleet.told('unavailable')).toEqual([0, 0, 0, 0])
  })
})
