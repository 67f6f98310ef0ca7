import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  AuthKitProvider,
  type ClientAuth,
  SignedIn,
  SignedOut,
  SignInButton,
  SignOutButton,
  SignUpButton,
  useAuth,
  useReloadAuth,
} from '../../src/react/index.ts'
import { clientAuth } from '../support/clientAuth.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const start = Date.UTC(2026, 10, 20)

const signedIn = (refreshIn?: number) => clientAuth(refreshIn === undefined ? {} : { refreshIn })

/** What the session route answers, and how often it was asked. */
const server = {
  answer: (): Response | Promise<Response> => Response.json(signedIn()),
  questions: 0,
}
const rendered: string[] = []
let root: Root
let container: HTMLElement

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  server.answer = () => Response.json(signedIn())
  server.questions = 0
  rendered.length = 0
  vi.stubGlobal('fetch', async (path: string) => {
    expect(path).toBe('/auth/session')
    server.questions++
    return server.answer()
  })
  container = document.createElement('div')
  root = createRoot(container)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Probe() {
  const { status } = useAuth()
  rendered.push(status)
  return (
    <>
      <SignedIn>Members</SignedIn>
      <SignedOut>Guests</SignedOut>
    </>
  )
}

function Organization() {
  const auth = useAuth()
  const reloadAuth = useReloadAuth()
  return (
    <button type="button" onClick={reloadAuth}>
      {auth.status === 'signed-in' ? auth.claims.organizationId : auth.status}
    </button>
  )
}

async function mount(initialAuth?: ClientAuth) {
  await act(async () => {
    root.render(
      <AuthKitProvider {...(initialAuth && { initialAuth })}>
        <Probe />
      </AuthKitProvider>,
    )
  })
}

async function pass(seconds: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(seconds * 1000)
  })
}

describe('AuthKitProvider', () => {
  it('asks the server once when nothing was handed down', async () => {
    await mount()
    expect(server.questions).toBe(1)
    expect(container.textContent).toBe('Members')
    expect(rendered[0]).toBe('loading')
  })

  it('asks nobody and loads nothing when the server knew', async () => {
    await mount(signedIn())
    expect(server.questions).toBe(0)
    expect(new Set(rendered)).toEqual(new Set(['signed-in']))
  })

  it('asks again when the access token is due, and never stops being signed in meanwhile', async () => {
    await mount(signedIn(60))
    await pass(59)
    expect(server.questions).toBe(0)
    await pass(2)
    expect(server.questions).toBe(1)
    expect(new Set(rendered)).toEqual(new Set(['signed-in']))
  })

  it('stays signed in through an outage, and asks until it is over', async () => {
    await mount(signedIn(60))
    server.answer = () => Response.json({ error: {} }, { status: 503 })
    await pass(120)
    expect(server.questions).toBeGreaterThan(3)
    expect(container.textContent).toBe('Members')
    server.answer = () => Response.json(signedIn())
    await pass(10)
    const asked = server.questions
    await pass(100)
    expect(server.questions).toBe(asked)
  })

  it('notices that the session has ended', async () => {
    await mount(signedIn(60))
    server.answer = () => Response.json({ status: 'signed-out' })
    await pass(61)
    expect(container.textContent).toBe('Guests')
  })

  it('does not ask in circles when the clocks differ', async () => {
    server.answer = () => Response.json(signedIn(-1000))
    await mount()
    await pass(60)
    expect(server.questions).toBeLessThan(15)
  })

  it('is told apart from an unreachable server', async () => {
    server.answer = () => {
      throw new TypeError('Load failed')
    }
    await mount()
    expect(rendered.at(-1)).toBe('unavailable')
    expect(container.textContent).toBe('')
  })

  it('renders on the server without asking anybody', () => {
    const html = renderToString(
      <AuthKitProvider initialAuth={signedIn()}>
        <Probe />
      </AuthKitProvider>,
    )
    expect(html).toContain('Members')
    expect(server.questions).toBe(0)
  })
})

describe('after an action changed the session', () => {
  const member = (organizationId: string) => clientAuth({ organizationId })

  const render = (initialAuth?: ClientAuth) =>
    act(async () => {
      root.render(
        <AuthKitProvider {...(initialAuth && { initialAuth })}>
          <Organization />
        </AuthKitProvider>,
      )
    })

  it('a page that is rendered anew with somebody else makes the browser ask', async () => {
    await render(member('org_a'))
    await render(member('org_a'))
    expect(server.questions).toBe(0)
    server.answer = () => Response.json(member('org_b'))
    await render(member('org_b'))
    expect(server.questions).toBe(1)
    expect(container.textContent).toBe('org_b')
  })

  it('an old page out of a cache changes nothing that the server does not say', async () => {
    await render(member('org_b'))
    server.answer = () => Response.json(member('org_b'))
    await render(member('org_a'))
    expect(container.textContent).toBe('org_b')
  })

  it('reloadAuth() asks', async () => {
    await render(member('org_a'))
    server.answer = () => Response.json(member('org_b'))
    await act(async () => container.querySelector('button')?.click())
    expect(container.textContent).toBe('org_b')
  })

  it('reloadAuth() is not content with an answer to a question asked before', async () => {
    const before = Promise.withResolvers<Response>()
    server.answer = () => before.promise
    await render()
    server.answer = () => Response.json(member('org_b'))
    await act(async () => {
      container.querySelector('button')?.click()
      container.querySelector('button')?.click()
    })
    expect(server.questions).toBe(1)
    await act(async () => before.resolve(Response.json(member('org_a'))))
    expect(container.textContent).toBe('org_b')
    expect(server.questions).toBe(2)
  })
})

describe('useAuth', () => {
  it('says what is missing outside of the provider', () => {
    expect(() => renderToString(<Probe />)).toThrow('<AuthKitProvider>')
  })
})

describe('buttons', () => {
  it('are a plain link and a plain form, which need no script', () => {
    const html = renderToString(
      <AuthKitProvider initialAuth={{ status: 'signed-out' }} basePath="/account">
        <SignInButton returnTo="/a?b=c" className="button" />
        <SignOutButton returnTo="/">Bye</SignOutButton>
      </AuthKitProvider>,
    )
    expect(html).toBe(
      '<a class="button" href="/account/sign-in?returnTo=%2Fa%3Fb%3Dc">Sign in</a>' +
        '<form action="/account/sign-out" method="post">' +
        '<input type="hidden" name="returnTo" value="/"/>' +
        '<button type="submit">Bye</button></form>',
    )
  })

  it('send something along', () => {
    expect(renderToString(<SignUpButton appState={{ plan: 'pro' }} />)).toBe(
      '<a href="/auth/sign-up?appState=%7B%22plan%22%3A%22pro%22%7D">Sign up</a>',
    )
  })

  it('bring back to the place on the page, which no server is told of', async () => {
    const clicked = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
    await act(async () => root.render(<SignInButton organizationId="org_1" onClick={clicked} />))
    const link = container.querySelector('a')
    const target = async (address: string) => {
      window.history.replaceState(null, '', address)
      await act(async () => link?.click())
      return link?.getAttribute('href')
    }
    expect(await target('/pricing?year=2026#teams')).toBe(
      '/auth/sign-in?organizationId=org_1&returnTo=%2Fpricing%3Fyear%3D2026%23teams',
    )
    expect(await target('/pricing?year=2026')).toBe('/auth/sign-in?organizationId=org_1')
    expect(clicked).toHaveBeenCalledTimes(2)
  })

  it('work outside of a provider too', () => {
    expect(renderToString(<SignInButton />)).toBe('<a href="/auth/sign-in">Sign in</a>')
    expect(renderToString(<SignUpButton organizationId="org_1" invitationToken="abc" />)).toBe(
      '<a href="/auth/sign-up?organizationId=org_1&amp;invitationToken=abc">Sign up</a>',
    )
  })
})
