import { sessionDeletions } from '../support/cookieHeader.ts'
import { type Answer, load } from '../support/load.ts'
import { ada, grace } from '../support/people.ts'
import { sessionCookie } from '../support/session.ts'
import { signIn } from '../support/signIn.ts'
import { expect, test, type World } from '../support/world.ts'

type Fault = Parameters<World['emulator']['faults']['add']>[0]

/** Every call to WorkOS, its keys among them, goes wrong like this. */
const outages: Record<string, Fault> = {
  'answers 503': { path: '/**', status: 503 },
  hangs: { path: '/**', latency: 600_000 },
  'cuts every connection': { path: '/**', reset: true },
}

test.describe.configure({ mode: 'serial' })

for (const [how, fault] of Object.entries(outages)) {
  test(`a WorkOS that ${how} for a minute signs nobody out`, async ({ guardedWorld: world }) => {
    const { faults } = world.emulator
    const old = await sessionCookie(world, ada.email)
    await world.travel({ seconds: 600 })
    const living = await sessionCookie(world, grace.email)
    await load({ world, cookies: [living], requests: 3 })

    faults.add(fault)
    for (let second = 0; second < 60; second += 20) {
      const served = await load({ world, cookies: [living], requests: 12 })
      expectHeld(served)
      expect(new Set(served.map(({ response }) => response.status))).toEqual(new Set([200]))

      const waiting = await load({ world, cookies: [old], requests: 12 })
      expectHeld(waiting)
      for (const { response } of waiting) {
        expect(response.status).toBe(503)
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      }
      await world.travel({ seconds: 20 })
    }
    faults.clear()

    // A call that hangs is given up after its own time: whoever asks again then is served.
    await expect(async () => {
      const after = await load({ world, cookies: [old], requests: 3 })
      for (const { response, text } of after) {
        expect(response.status).toBe(200)
        expect(text).toContain(ada.email)
      }
    }).toPass()
  })
}

test('open pages live through an outage, and pages that wait recover by themselves', async ({
  page,
  context,
  guardedWorld: world,
}) => {
  const { faults } = world.emulator
  await page.goto(`${world.app.url}/members`)
  await signIn(page, ada)
  const who = page.getByRole('status')
  await expect(who).toHaveText(ada.email)

  faults.add({ path: '/**', status: 503 })
  await world.travel({ seconds: 600 })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const other = await context.newPage()
  await other.goto(`${world.app.url}/members`)
  await expect(other.getByRole('heading')).toHaveText('One moment')
  await expect(who).toHaveText(ada.email)

  faults.clear()
  await expect(other.getByRole('heading')).toHaveText(`Members only: ${ada.email}`)
  await expect(who).toHaveText(ada.email)
})

/** Nobody is signed out, and nobody is sent to sign in. */
function expectHeld(answers: readonly Answer[]): void {
  expect(answers.flatMap(({ response }) => sessionDeletions(response))).toEqual([])
  expect(answers.map(({ response }) => response.headers.get('location'))).toEqual(
    answers.map(() => null),
  )
  for (const { response } of answers) {
    expect(response.headers.get('cache-control')).toContain('no-store')
  }
}
