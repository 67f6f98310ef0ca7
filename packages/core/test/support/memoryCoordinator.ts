import type { RefreshCoordinator, RefreshTurn, SharedOutcome } from '../../src/index.ts'

/** A coordinator for instances of one process, as a store that they share would be. */
export function createMemoryCoordinator(): RefreshCoordinator {
  const sessions = new Map<string, Shared>()
  let fences = 0

  function sharedOf(session: string): Shared {
    const shared = sessions.get(session) ?? {
      spent: new Map(),
      newest: undefined,
      leader: undefined,
    }
    sessions.set(session, shared)
    return shared
  }

  return {
    async begin({ session, credential }): Promise<RefreshTurn> {
      const shared = sharedOf(session)
      const outcome = standing(shared, credential)
      if (outcome) return { kind: 'landed', outcome }
      if (shared.leader !== undefined) return { kind: 'wait' }
      fences += 1
      shared.leader = fences
      return { kind: 'lead', fence: fences }
    },
    async extend({ session }, { fence, lease }) {
      const shared = sharedOf(session)
      if (shared.leader === fence && lease === 0) shared.leader = undefined
    },
    async land({ session, credential }, { fence, outcome }) {
      const shared = sharedOf(session)
      if (shared.leader === fence) shared.leader = undefined
      if (outcome.kind === 'session') shared.newest = outcome
      shared.spent.set(credential, outcome.kind)
      return standing(shared, credential) ?? outcome
    },
  }
}

interface Shared {
  readonly spent: Map<string, SharedOutcome['kind']>
  newest: SharedOutcome | undefined
  leader: number | undefined
}

function standing({ spent, newest }: Shared, credential: string): SharedOutcome | undefined {
  switch (spent.get(credential)) {
    case 'session':
      return newest
    case 'refused':
      return { kind: 'refused' }
    case undefined:
      return undefined
  }
}
