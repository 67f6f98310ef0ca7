import { z } from 'zod'
import { newId } from '../store/id.ts'
import { pathPattern } from './pathPattern.ts'

/** What goes wrong, and for which requests. */
export const faultSchema = z
  .strictObject({
    /** Only requests with this method; any without one. */
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
    /** Only these paths: `*` stands for anything within a segment, `**` for anything at all. */
    path: z.string().startsWith('/').optional(),
    /** Answers with this status instead of doing what was asked. */
    status: z.number().int().min(200).max(599).optional(),
    /** The body that goes with the status; a message in WorkOS's shape unless given. */
    body: z.unknown().optional(),
    /** Headers that go with the status, e.g. `Retry-After`. */
    headers: z.record(z.string(), z.string()).optional(),
    /** Milliseconds that the answer takes longer. */
    latency: z.number().min(0).max(600_000).optional(),
    /** Cuts the connection instead of answering. */
    reset: z.literal(true).optional(),
    /** How many requests it hits before it is over; all of them unless given. */
    count: z.number().int().min(1).optional(),
    /** How likely each request is hit, from 0 to 1; certain unless given. */
    probability: z.number().min(0).max(1).optional(),
  })
  .refine(({ status, latency, reset }) => status ?? latency ?? reset, {
    error: 'A fault needs a status, a latency or reset: true.',
  })
  .refine(({ status, reset }) => status === undefined || reset === undefined, {
    error: 'A fault either answers with a status or resets the connection.',
  })

/**
 * What goes wrong, and for which requests.
 *
 * @example
 * emulator.faults.add({ method: 'POST', path: '/user_management/authenticate', status: 503, count: 2 })
 * emulator.faults.add({ path: '/user_management/**', latency: 800, probability: 0.5 })
 */
export type FaultWish = z.input<typeof faultSchema>

/** A fault in force, and how often it has hit. */
export type Fault = FaultWish & { readonly id: string; readonly hits: number }

/** Everything that goes wrong on purpose. */
export type Faults = {
  /** Makes something go wrong from now on. Throws a `ZodError` for a fault that cannot be. */
  add(wish: FaultWish): Fault
  /** Every fault that nobody has removed, used up or not; the oldest first. */
  list(): Fault[]
  /** Ends one fault; says whether there was one. */
  remove(id: string): boolean
  /** Ends all of them. */
  clear(): void
}

/** What the faults do to one request. */
export type FaultOutcome = {
  /** Every fault that hit. */
  hit: Fault[]
  /** Milliseconds to wait first. */
  latency: number
  /** The fault that answers instead of the API, if one does. */
  decides: Fault | undefined
}

/** Faults and the decision of what they do to a request; `random` gives numbers below 1. */
export function createFaults(random: () => number = Math.random): Faults & {
  strike(request: { method: string; path: string }): FaultOutcome
} {
  const faults = new Map<string, Fault & { matches: (path: string) => boolean }>()
  const shown = ({ matches: _, ...fault }: Fault & { matches: unknown }): Fault => fault

  return {
    add: (wish) => {
      const fault = {
        ...faultSchema.parse(wish),
        id: newId('fault', Date.now()),
        hits: 0,
        matches: pathPattern(wish.path ?? '/**'),
      }
      faults.set(fault.id, fault)
      return shown(fault)
    },
    list: () => [...faults.values()].map(shown),
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    strike: ({ method, path }) => {
      const outcome: FaultOutcome = { hit: [], latency: 0, decides: undefined }
      for (const fault of faults.values()) {
        const { count = Number.POSITIVE_INFINITY, probability = 1, hits } = fault
        if (hits >= count || (fault.method && fault.method !== method)) continue
        if (!fault.matches(path) || (probability < 1 && random() >= probability)) continue
        faults.set(fault.id, { ...fault, hits: hits + 1 })
        outcome.hit.push(fault)
        outcome.latency += fault.latency ?? 0
        if (fault.status !== undefined || fault.reset) {
          outcome.decides = fault
          break
        }
      }
      return outcome
    },
  }
}
