import { parseCookies } from '@latchkey/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createAuth } from '../../src/index.ts'
import { authRoutes, type CompletedSignIn } from '../../src/routes/index.ts'
import { openBrowser } from '../support/browser.ts'
import { ada, appUrl, createWorld, type World } from '../support/world.ts'

const schema = z.object({ plan: z.enum(['free', 'pro']), seats: z.coerce.number().optional() })

let world: World
const seen: CompletedSignIn['appState'][] = []

beforeEach(async () => {
  world = await createWorld()
  seen.length = 0
})

function browserWith(appState = schema) {
  const onSuccess = (signIn: CompletedSignIn) => {
    seen.push(signIn.appState)
    return undefined
  }
  return openBrowser(authRoutes({ kit: world.kit, appState, onSuccess }), world.emulator)
}

const sending = (text: string) => `/auth/sign-in?${new URLSearchParams({ appState: text })}`

describe('what a link sends along', () => {
  it('reaches the hooks as the schema reads it', async () => {
    const { getSignInUrl } = createAuth({ kit: world.kit })
    const path = getSignInUrl({ returnTo: '/start', appState: { plan: 'pro', seats: '12' } })
    const page = await browserWith().signIn(ada, { path })
    expect(page.url.href).toBe(`${appUrl}/start`)
    expect(seen).toEqual([{ plan: 'pro', seats: 12 }])
  })

  it('is nothing where a link sends nothing', async () => {
    await browserWith().signIn(ada)
    expect(seen).toEqual([undefined])
  })

  it.each([
    ['{"plan":"gold"}', /not as declared: plan: /],
    ['{"plan":', /no JSON object/],
    ['["pro"]', /no JSON object/],
    [JSON.stringify({ plan: 'pro', rest: 'x'.repeat(600) }), /512 at most/],
  ])('is refused at once where it is not as declared: %s', async (text, message) => {
    const page = await browserWith().open(sending(text))
    expect(page.status).toBe(400)
    expect(page.html).toContain('app_state_invalid')
    expect(page.html).toMatch(message)
    expect(page.html).toContain(`href="${appUrl}/auth/sign-in"`)
  })

  it('is refused where the product declares nothing', async () => {
    const browser = openBrowser(authRoutes({ kit: world.kit }), world.emulator)
    expect((await browser.open(sending('{}'))).html).toContain('takes no appState')
  })

  it('survives a sign-in that starts over', async () => {
    const browser = browserWith()
    const underWay = () => [...parseCookies(browser.cookies()).values()]
    await browser.open(sending('{"plan":"pro"}'))
    const [begun = ''] = underWay()
    await browser.open(`/auth/callback?${new URLSearchParams({ state: begun, code: 'old' })}`)
    const [again = ''] = underWay()
    expect(again).not.toBe(begun)
    const query = new URLSearchParams({ error: 'access_denied', state: again })
    const outcome = await world.kit.completeSignIn(parseCookies(browser.cookies()), { query })
    expect(outcome).toMatchObject({ failure: 'provider-error', appState: { plan: 'pro' } })
  })

  it('costs nobody the sign-in where a deployment declares something else meanwhile', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    let isOld = true
    const changing = z.object({ plan: z.string().refine(() => isOld) })
    const browser = browserWith(changing as never)
    const begun = await browser.open(sending('{"plan":"pro"}'))
    isOld = false
    const asked = await browser.submit(begun, { email: ada })
    const page = await browser.submit(asked, { password: 'open-sesame-42' })
    expect(page.url.origin).toBe(appUrl)
    expect(seen).toEqual([undefined])
    expect(logged.mock.calls.flat().join()).not.toContain('pro')
    logged.mockRestore()
  })
})
