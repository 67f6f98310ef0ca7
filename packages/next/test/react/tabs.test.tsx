import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AuthKitProvider, type ClientAuth, SignOutButton, useAuth } from '../../src/react/index.ts'
import { clientAuth } from '../support/clientAuth.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** What the session route answers to every tab, and how often it was asked. */
const server: { auth: ClientAuth; questions: number } = { auth: clientAuth(), questions: 0 }
const roots: Root[] = []

beforeEach(() => {
  Object.assign(server, { auth: clientAuth(), questions: 0 })
  vi.stubGlobal('fetch', async () => {
    server.questions++
    return Response.json(server.auth)
  })
})

afterEach(async () => {
  await act(async () => {
    for (const root of roots.splice(0)) root.unmount()
  })
  vi.unstubAllGlobals()
})

function Who() {
  const auth = useAuth()
  return (
    <div>
      {auth.status === 'signed-in' ? auth.claims.organizationId : auth.status}
      <SignOutButton />
    </div>
  )
}

/** A tab of its own: another tree with another store, on the same channel. */
async function openTab(initialAuth?: ClientAuth): Promise<HTMLElement> {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  roots.push(root)
  await act(async () => {
    root.render(
      <AuthKitProvider {...(initialAuth && { initialAuth })}>
        <Who />
      </AuthKitProvider>,
    )
  })
  return container
}

async function until(check: () => void) {
  await act(async () => vi.waitFor(check, { timeout: 5_000 }))
}

const one = clientAuth({ sessionId: 'session_1', organizationId: 'org_1' })

describe('tabs', () => {
  it('follow a tab that arrives signed in as somebody else, or in another organization', async () => {
    const old = await openTab(one)
    server.auth = clientAuth({ sessionId: 'session_1', organizationId: 'org_2' })
    const fresh = await openTab(server.auth)
    await until(() => expect(old.textContent).toContain('org_2'))
    expect(fresh.textContent).toContain('org_2')
    expect(server.questions).toBe(1)
  })

  it('follow a tab that arrives signed out', async () => {
    const old = await openTab(one)
    server.auth = { status: 'signed-out' }
    await openTab()
    await until(() => expect(old.textContent).toContain('signed-out'))
  })

  it('look for a sign-out that was sent from another tab, also when its page never comes back', async () => {
    const leaving = await openTab(one)
    const other = await openTab(one)
    leaving.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault())
    await act(async () => leaving.querySelector('button')?.click())
    server.auth = { status: 'signed-out' }
    await until(() => expect(other.textContent).toContain('signed-out'))
  })

  it('do not argue about a session that one of them cannot have checked', async () => {
    const old = await openTab(one)
    vi.stubGlobal('fetch', async () => {
      server.questions++
      return new Response(null, { status: 503 })
    })
    const fresh = await openTab(clientAuth({ sessionId: 'session_2', organizationId: 'org_1' }))
    await until(() => expect(server.questions).toBeGreaterThan(0))
    await openTab(one)
    await until(() => expect(server.questions).toBeGreaterThan(1))
    expect(server.questions).toBeLessThan(5)
    expect([old, fresh].map(({ textContent }) => textContent)).toEqual(
      Array(2).fill(expect.stringContaining('org_1')),
    )
  })
})
