import type { Seed } from '@latchkey/emulator'
import { signIn } from '../support/signIn.ts'
import { expect, openWorld, test } from '../support/world.ts'

const password = 'open-sesame-42'
const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(3, '0')}`)

const permissions = numbered(200, 'resource:action')
const flags = numbered(50, 'a-feature-flag')
const tooMany = numbered(700, 'a-permission-with-a-rather-long-name')

const seed: Seed = {
  permissions: [...permissions, ...tooMany].map((slug) => ({ slug })),
  roles: [
    { slug: 'everything', permissions },
    { slug: 'too-much', permissions: tooMany },
  ],
  organizations: [{ name: 'Heavy Industries', featureFlags: flags }],
  users: [
    {
      email: 'heavy@heavy.example',
      password,
      profilePictureUrl: `https://pictures.example/${'x'.repeat(2_000)}`,
      memberships: [{ organization: 'Heavy Industries', role: 'everything' }],
    },
    {
      email: 'huge@heavy.example',
      password,
      memberships: [{ organization: 'Heavy Industries', role: 'too-much' }],
    },
  ],
}

test('what fits into the cookies of a browser signs in, and what does not says so', async ({
  browser,
}) => {
  const world = await openWorld({
    directory: new URL('../apps/guarded', import.meta.url),
    seed,
  })
  try {
    const heavy = await browser.newPage()
    await heavy.goto(`${world.app.url}/members`)
    await signIn(heavy, { email: 'heavy@heavy.example', password })
    await expect(heavy.getByRole('heading')).toHaveText('Members only: heavy@heavy.example')
    const stored = await heavy.context().cookies(world.app.url)
    const chunks = stored.filter(({ name }) => name.startsWith('wos-session'))
    expect(chunks.length).toBeGreaterThan(1)
    for (const { name, value } of chunks) expect(name.length + value.length).toBeLessThan(4096)

    // A shorter session clears what the longer one needed.
    await world.travel({ seconds: 600 })
    await heavy.reload()
    await expect(heavy.getByRole('status')).toHaveText('heavy@heavy.example')

    const huge = await browser.newPage()
    const answered = huge.waitForResponse((response) => response.url().includes('/auth/callback'))
    await huge.goto(`${world.app.url}/members`)
    await signIn(huge, { email: 'huge@heavy.example', password })
    expect((await answered).status()).toBe(500)
    await expect(huge.getByText('session_too_large')).toBeVisible()
    const left = await huge.context().cookies(world.app.url)
    expect(left.filter(({ name }) => name.startsWith('wos-session'))).toEqual([])
    expect(world.app.output()).toContain('SessionTooLargeError')
  } finally {
    await world.close()
  }
})
