import { describe, expect, it } from 'vitest'
import { startFleet, startFleetWithoutRedis } from './support/fleet.ts'
import { ask, cookieAfter, deletions, statuses, storm } from './support/storm.ts'
import { people } from './support/workos.ts'

const strictRefresh = true

describe('100 requests with one expired session over 4 processes', () => {
  it('make 1 refresh, 100 answers and no deleted cookie, 20 times in a row', async () => {
    const fleet = await startFleet({ strictRefresh })
    for (let run = 1; run <= 20; run++) {
      const cookie = await fleet.expiredCookie()
      const before = fleet.refreshes()
      const answers = await storm({ urls: fleet.urls, cookie, count: 100 })
      expect({ run, statuses: statuses(answers) }).toEqual({ run, statuses: { 200: 100 } })
      expect(fleet.refreshes() - before).toBe(1)
      expect(deletions(answers)).toEqual([])
      expect(new Set(answers.map(({ setCookies }) => setCookies.join())).size).toBe(1)
      const [first] = answers
      const next = first ? cookieAfter(first, cookie) : cookie
      for (const url of fleet.urls)
        expect(await ask(url, next)).toMatchObject({ status: 200, setCookies: [] })
    }
    expect(fleet.told('unavailable')).toEqual([0, 0, 0, 0])
  })

  it('are told the newest session, each of them, however late they come', async () => {
    const fleet = await startFleet({ strictRefresh })
    const [one = '', two = ''] = fleet.urls
    const first = await fleet.expiredCookie()
    const second = cookieAfter(await ask(one, first), first)
    await fleet.travel(20)
    const late = await ask(two, first)
    expect(late.status).toBe(200)
    expect(cookieAfter(late, first)).toBe(second)
    expect(fleet.refreshes()).toBe(1)
  })

  it('share a refusal, which deletes nothing', async () => {
    const fleet = await startFleet({ strictRefresh })
    const cookie = await fleet.expiredCookie()
    await fleet.call('DELETE', `/user_management/users/${await fleet.userId(people.ada)}`)
    const answers = await storm({ urls: fleet.urls, cookie, count: 40 })
    expect(statuses(answers)).toEqual({ 401: 40 })
    expect(answers.flatMap(({ setCookies }) => setCookies)).toEqual([])
    expect(fleet.refreshes()).toBe(1)
  })
})

describe('without Redis', () => {
  it('each process refreshes for itself, within the window in which WorkOS repeats its answer', async () => {
    const fleet = await startFleetWithoutRedis({ strictRefresh: false })
    for (const _ of [1, 2]) {
      const cookie = await fleet.expiredCookie()
      const before = fleet.refreshes()
      const answers = await storm({ urls: fleet.urls, cookie, count: 100 })
      expect(statuses(answers)).toEqual({ 200: 100 })
      expect(deletions(answers)).toEqual([])
      expect(fleet.refreshes() - before).toBe(4)
    }
    expect(fleet.told('unavailable')).toEqual([1, 1, 1, 1])
  })

  it('no cookie is deleted even where WorkOS repeats nothing', async () => {
    const fleet = await startFleetWithoutRedis({ strictRefresh })
    const cookie = await fleet.expiredCookie()
    const answers = await storm({ urls: fleet.urls, cookie, count: 40 })
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(deletions(answers)).toEqual([])
  })
})
