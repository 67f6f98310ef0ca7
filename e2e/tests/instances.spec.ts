import { sessionDeletions } from '../support/cookieHeader.ts'
import { openFleet } from '../support/fleet.ts'
import { load } from '../support/load.ts'
import { ada } from '../support/people.ts'
import { sessionCookie } from '../support/session.ts'
import { expect, refreshes, test } from '../support/world.ts'

test('100 requests with one expired session over 4 processes refresh it once, 20 times in a row', async () => {
  test.setTimeout(240_000)
  const fleet = await openFleet({ instances: 4 })
  const [world] = fleet.worlds
  if (!world) throw new Error('no processes')
  for (let storm = 1; storm <= 20; storm++) {
    const cookie = await sessionCookie(world, ada.email)
    await fleet.travel({ seconds: 600 })
    const refreshed = refreshes(world)

    const answers = await Promise.all(
      fleet.worlds.map((each) => load({ world: each, cookies: [cookie], requests: 25 })),
    ).then((each) => each.flat())

    expect(refreshes(world), `storm ${storm}`).toBe(refreshed + 1)
    expect(answers.filter(({ response }) => response.status !== 200)).toEqual([])
    expect(answers.flatMap(({ response }) => sessionDeletions(response))).toEqual([])
    const cookies = new Set(answers.map(({ response }) => response.headers.getSetCookie().join()))
    expect(cookies.size).toBe(1)
    for (const { text } of answers) expect(text).toContain(ada.email)
  }
  await fleet.close()
})
