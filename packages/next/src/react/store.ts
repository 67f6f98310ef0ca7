import type { ClientAuth } from '../server/clientAuth.ts'
import { oneAtATime } from './oneAtATime.ts'
import { joinTabs, type TabMessage, type Tabs } from './tabs.ts'

/** What a component sees: the session, or that it is not known yet. */
export type AuthSnapshot<Declared = unknown> = ClientAuth<Declared> | { readonly status: 'loading' }

/** The session in the browser, for `useSyncExternalStore`. */
export interface AuthStore {
  subscribe(listener: () => void): () => void
  getSnapshot(): AuthSnapshot
  getServerSnapshot(): AuthSnapshot
  /** Asks the server anew: what it answers is what it knew at the time of the call, or later. */
  reload(): Promise<void>
  /** Hears what a page that was rendered anew says, and asks the server where that is news. */
  compare(rendered: ClientAuth): void
  /** Tells the other tabs that a sign-out is on its way, so that they ask soon. */
  leave(): void
}

/** Milliseconds between two questions at least: clocks differ, and answers fail to come. */
const RETRY = 5_000
/** Milliseconds after which another tab's sign-out is looked for, and looked for again. */
const SIGN_OUT_TAKES = [200, 700]
/** `setTimeout` overflows beyond this. */
const LONGEST_TIMER = 2_147_483_647

const loading: AuthSnapshot = { status: 'loading' }

/**
 * Keeps the session in step with the server: asks once when nothing was handed down, asks again
 * when the access token is due, when the page comes back into view after that, and when another tab
 * has somebody else. An outage never turns somebody who is signed in into somebody who is not.
 */
export function createAuthStore({
  basePath,
  initialAuth,
}: {
  basePath: string
  initialAuth: ClientAuth | undefined
}): AuthStore {
  const listeners = new Set<() => void>()
  let snapshot: AuthSnapshot = initialAuth ?? loading
  let timer: ReturnType<typeof setTimeout> | undefined
  const question = oneAtATime(() => fetchAuth(basePath).then(accept))
  let tabs: Tabs | undefined
  let told: string | undefined
  let echoes: ReturnType<typeof setTimeout>[] = []

  function accept(answer: ClientAuth): void {
    const keep = answer.status === 'unavailable' && snapshot.status === 'signed-in'
    if (!keep) {
      snapshot = answer
      for (const listener of listeners) listener()
    }
    tellTabs()
    plan(answer)
  }

  function tellTabs(): void {
    const identity = identityOf(snapshot)
    if (identity === undefined || identity === told) return
    told = identity
    tabs?.tell({ kind: 'is', identity })
  }

  function hear(message: TabMessage): void {
    if (message.kind === 'is') {
      if (message.identity !== identityOf(snapshot)) void question.anew()
      return
    }
    forgetEchoes()
    echoes = SIGN_OUT_TAKES.map((wait) =>
      setTimeout(() => snapshot.status === 'signed-in' && question.anew(), wait),
    )
  }

  function forgetEchoes(): void {
    for (const echo of echoes) clearTimeout(echo)
  }

  function plan(answer: AuthSnapshot): void {
    clearTimeout(timer)
    const wait = waitAfter(answer)
    if (wait === undefined || listeners.size === 0) return
    timer = setTimeout(question.join, Math.max(RETRY, wait))
  }

  function onVisible(): void {
    const due = waitAfter(snapshot)
    if (document.visibilityState === 'visible' && (due === 0 || snapshot.status !== 'signed-in')) {
      void question.join()
    }
  }

  function start(): void {
    document.addEventListener('visibilitychange', onVisible)
    tabs = joinTabs({ basePath, hear })
    tellTabs()
    if (snapshot.status === 'loading') void question.join()
    else plan(snapshot)
  }

  function stop(): void {
    document.removeEventListener('visibilitychange', onVisible)
    clearTimeout(timer)
    forgetEchoes()
    tabs?.close()
    tabs = undefined
    told = undefined
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) queueMicrotask(() => listeners.size > 0 && start())
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => initialAuth ?? loading,
    reload: question.anew,
    compare(rendered) {
      if (isNews(rendered, snapshot)) void question.anew()
    },
    leave: () => tabs?.tell({ kind: 'leaving' }),
  }
}

/** Who a tab has, as others may know it; `undefined` while that is not known. */
function identityOf(auth: AuthSnapshot): string | undefined {
  if (auth.status === 'signed-out') return 'nobody'
  if (auth.status !== 'signed-in') return undefined
  const { sessionId, organizationId = '' } = auth.claims
  return `${sessionId} ${organizationId}`
}

/** Pages can come from a cache of the router, so what they say is a reason to ask and no more. */
function isNews(rendered: ClientAuth, known: AuthSnapshot): boolean {
  if (identityOf(rendered) === undefined || known.status === 'loading') return false
  if (identityOf(rendered) !== identityOf(known)) return true
  return (
    rendered.status === 'signed-in' &&
    known.status === 'signed-in' &&
    rendered.refreshAt > known.refreshAt
  )
}

/** Milliseconds until the server is to be asked again; `undefined` means not by itself. */
function waitAfter(auth: AuthSnapshot): number | undefined {
  if (auth.status === 'unavailable') return RETRY
  if (auth.status !== 'signed-in') return undefined
  return Math.min(LONGEST_TIMER, Math.max(0, auth.refreshAt * 1000 - Date.now()))
}

async function fetchAuth(basePath: string): Promise<ClientAuth> {
  try {
    const response = await fetch(`${basePath}/session`, { headers: { accept: 'application/json' } })
    return response.ok ? await response.json() : { status: 'unavailable' }
  } catch {
    return { status: 'unavailable' }
  }
}
