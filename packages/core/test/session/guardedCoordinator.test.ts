import { describe, expect, it } from 'vitest'
import type { CoordinatorEvent, RefreshCoordinator, RefreshTurn } from '../../src/index.ts'
import { guardCoordinator } from '../../src/session/guardedCoordinator.ts'

const subject = { session: 'session', credential: 'credential' }

function harness(begin: () => Promise<RefreshTurn>) {
  const clock = { now: 0 }
  const events: CoordinatorEvent[] = []
  const calls: string[] = []
  const coordinator: RefreshCoordinator = {
    begin: () => {
      calls.push('begin')
      return begin()
    },
    extend: async (_, { fence, lease }) => {
      calls.push(`extend ${fence} ${lease}`)
    },
    land: async (_, { outcome }) => outcome,
  }
  const guarded = guardCoordinator(coordinator, {
    now: () => clock.now,
    tell: (event) => events.push(event),
  })
  return { clock, events, calls, ask: () => guarded.begin(subject, { lease: 1_000 }) }
}

describe('a guarded coordinator', () => {
  it('is left alone after a failure, then asked once at a time', async () => {
    const { clock, calls, ask } = harness(() => Promise.reject(new Error('down')))
    expect(await ask()).toBeUndefined()
    expect(await ask()).toBeUndefined()
    expect(calls).toHaveLength(1)
    clock.now = 2_000
    await Promise.all([ask(), ask(), ask()])
    expect(calls).toHaveLength(2)
  })

  it('tells of an outage when it begins and when it ends', async () => {
    let works = false
    const { clock, events, ask } = harness(async () => {
      if (works) return { kind: 'wait' }
      throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' })
    })
    await ask()
    clock.now = 2_000
    await ask()
    works = true
    clock.now = 4_000
    expect(await ask()).toEqual({ kind: 'wait' })
    expect(events).toEqual([
      { name: 'coordinator', outcome: 'unavailable', problem: 'ECONNREFUSED' },
      { name: 'coordinator', outcome: 'restored', duration: 4_000 },
    ])
  })

  it('gives a turn back that comes too late', async () => {
    const { promise, resolve } = Promise.withResolvers<RefreshTurn>()
    const { calls, ask } = harness(() => promise)
    expect(await ask()).toBeUndefined()
    resolve({ kind: 'lead', fence: 7 })
    await expect.poll(() => calls).toEqual(['begin', 'extend 7 0'])
  })

  it('may throw at once', async () => {
    const { ask } = harness(() => {
      throw new Error('no promise at all')
    })
    expect(await ask()).toBeUndefined()
  })
})
