/** A task of which one run goes on at a time. */
export interface OneAtATime {
  /** Shares the run that is under way, or starts one. */
  join(): Promise<void>
  /** A run that starts after this call: once the one under way has ended, for all who ask meanwhile. */
  anew(): Promise<void>
}

/** Runs a task one at a time, however often it is asked for. */
export function oneAtATime(task: () => Promise<void>): OneAtATime {
  let current: Promise<void> | undefined
  let next: Promise<void> | undefined

  function join(): Promise<void> {
    current ??= task().finally(() => {
      current = undefined
    })
    return current
  }

  function startNext(): Promise<void> {
    next = undefined
    return join()
  }

  return {
    join,
    anew() {
      if (current === undefined) return join()
      next ??= current.then(startNext, startNext)
      return next
    },
  }
}
