import type { CoordinatorEvent } from '../events/event.ts'
import type { RefreshCoordinator } from './coordinator.ts'

/** Milliseconds that a coordinator may take to answer. */
const TIME_LIMIT = 500

/** Milliseconds for which one that failed is left alone. */
const PAUSE = 2_000

/** A coordinator's methods, each of them `undefined` instead of an error while it is out of order. */
export type GuardedCoordinator = {
  readonly [Name in keyof RefreshCoordinator]: (
    ...args: Parameters<RefreshCoordinator[Name]>
  ) => Promise<Awaited<ReturnType<RefreshCoordinator[Name]>> | undefined>
}

type Health =
  | { readonly status: 'working' }
  | { readonly status: 'failing'; readonly since: number; readonly pausedUntil: number }

/**
 * Keeps a coordinator's failures from the requests: what fails or takes too long is given up, and
 * left alone for a while, one try at a time. An outage is told of when it begins and when it ends.
 *
 * @param now Milliseconds since the epoch.
 */
export function guardCoordinator(
  coordinator: RefreshCoordinator,
  { now, tell }: { now: () => number; tell: (event: CoordinatorEvent) => void },
): GuardedCoordinator {
  let health: Health = { status: 'working' }

  function fail(cause: unknown): void {
    const pausedUntil = now() + PAUSE
    if (health.status === 'failing') {
      health = { ...health, pausedUntil }
      return
    }
    health = { status: 'failing', since: now(), pausedUntil }
    tell({ name: 'coordinator', outcome: 'unavailable', problem: problemOf(cause) })
  }

  function succeed(): void {
    if (health.status === 'working') return
    const { since } = health
    health = { status: 'working' }
    tell({ name: 'coordinator', outcome: 'restored', duration: now() - since })
  }

  function isPaused(): boolean {
    if (health.status === 'working') return false
    if (health.pausedUntil > now()) return true
    health = { ...health, pausedUntil: now() + PAUSE }
    return false
  }

  async function attempt<Value>(
    method: () => Promise<Value>,
    onLate: (value: Value) => unknown = () => {},
  ): Promise<Value | undefined> {
    if (isPaused()) return undefined
    const work = called(method)
    try {
      const value = await withinLimit(work)
      succeed()
      return value
    } catch (cause) {
      fail(cause)
      work.then(onLate).catch(() => {})
      return undefined
    }
  }

  return {
    begin: (subject, terms) =>
      attempt(
        () => coordinator.begin(subject, terms),
        // A turn that comes too late is given back, or others would wait for nobody.
        (late) =>
          late.kind === 'lead' && coordinator.extend(subject, { fence: late.fence, lease: 0 }),
      ),
    extend: (subject, terms) => attempt(() => coordinator.extend(subject, terms)),
    land: (subject, landing) => attempt(() => coordinator.land(subject, landing)),
  }
}

/** Messages may hold anything, so they are not told. */
function problemOf(cause: unknown): string {
  const { code, name = 'Error' } = (cause ?? {}) as { code?: unknown; name?: string }
  return typeof code === 'string' ? code : name
}

async function called<Value>(method: () => Promise<Value>): Promise<Value> {
  return method()
}

function withinLimit<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new DOMException(`No answer in ${TIME_LIMIT} ms.`, 'TimeoutError'))
    // The second timer lets an answer through that arrived while this process was busy.
    let timer = setTimeout(() => {
      timer = setTimeout(giveUp)
    }, TIME_LIMIT)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
