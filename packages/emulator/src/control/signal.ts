/** Something that others can wait for, again and again. */
export type Signal = {
  /** Tells everybody who listens. */
  emit(): void
  /** Hears of every emit from now on. Gives back how to stop hearing. */
  subscribe(listener: () => void): () => void
}

/** A signal that nobody listens to yet. */
export function createSignal(): Signal {
  const listeners = new Set<() => void>()
  return {
    emit: () => {
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
