import { sessionDeletions } from '../support/cookieHeader.ts'
import { load } from '../support/load.ts'
import { ada, grace } from '../support/people.ts'
import { sessionCookie } from '../support/session.ts'
import { expect, refreshes, test } from '../support/world.ts'

test('100 requests with one expired session refresh it once, 20 times in a row', async ({
  guardedWorld: world,
}) => {
  test.slow()
  for (let storm = 1; storm <= 20; storm++) {
    const cookie = await sessionCookie(world, ada.email)
    await world.travel({ seconds: 600 })
    const refreshed = refreshes(world)

    const answers = await load({ world, cookies: [cookie], requests: 100 })

    expect(refreshes(world), `storm ${storm}`).toBe(refreshed + 1)
    expect(answers.filter(({ response }) => response.status !== 200)).toEqual([])
    expect(answers.flatMap(({ response }) => sessionDeletions(response))).toEqual([])
    const cookies = new Set(answers.map(({ response }) => response.headers.getSetCookie().join()))
    expect(cookies.size).toBe(1)
    for (const { response, text } of answers) {
      expect(response.headers.get('cache-control')).toContain('no-store')
      expect(text).toContain(ada.email)
    }
  }
})

test('two people never see each other in 1,000 interleaved requests', async ({
  guardedWorld: world,
}) => {
  const people: readonly string[] = [ada.email, grace.email]
  const seen = new Map(people.map((email) => [email, new Set<string>()]))
  for (let round = 0; round < 10; round++) {
    const cookies = await Promise.all(people.map((email) => sessionCookie(world, email)))
    // Every other round the tokens are over, so that refreshes meet each other too.
    if (round % 2 === 1) await world.travel({ seconds: 600 })
    const answers = await load({ world, cookies, requests: 100 })
    for (const [index, { response, text }] of answers.entries()) {
      const [own = '', other = ''] = index % 2 === 0 ? people : people.toReversed()
      expect(response.status).toBe(200)
      expect(text).toContain(own)
      expect(text).not.toContain(other)
      for (const header of response.headers.getSetCookie()) seen.get(own)?.add(header)
    }
  }
  const [ofAda, ofGrace] = people.map((email) => seen.get(email) ?? new Set<string>())
  expect(ofAda?.size).toBe(5)
  expect(ofGrace?.size).toBe(5)
  expect([...(ofAda ?? [])].filter((header) => ofGrace?.has(header))).toEqual([])
})
