import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'

/** A moment that an environment can go back to. It lives as long as the process. */
export type Snapshot = { readonly id: string; readonly createdAt: string }

/** An environment's snapshots. */
export type Snapshots = {
  take(): Snapshot
  list(): Snapshot[]
  /** Goes back to the snapshot; it can be gone back to again. Throws a `RangeError` for another's. */
  restore(id: string): void
  delete(id: string): boolean
}

/** Keeps moments of an environment: everything in it and its clock, but neither keys nor log. */
export function createSnapshots({
  store,
  clock,
  faults,
}: Pick<Environment, 'store' | 'clock' | 'faults'>): Snapshots {
  const kept = new Map<string, { snapshot: Snapshot; goBack: () => void }>()
  return {
    take: () => {
      const contents = store.contents()
      const restoreClock = clock.save()
      const snapshot = {
        id: newId('snapshot', Date.now()),
        createdAt: new Date(clock.now()).toISOString(),
      }
      kept.set(snapshot.id, {
        snapshot,
        goBack: () => {
          store.restore(contents)
          store.flush()
          faults.clear()
          restoreClock()
        },
      })
      return snapshot
    },
    list: () => [...kept.values()].map(({ snapshot }) => snapshot),
    restore: (id) => {
      const moment = kept.get(id)
      if (!moment) throw new RangeError(`There is no snapshot ${id}.`)
      moment.goBack()
    },
    delete: (id) => kept.delete(id),
  }
}
