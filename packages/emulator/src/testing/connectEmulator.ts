import type { AuthenticateResultWire } from '@latchkey/core/contract'
import type { Account } from '../control/accounts.ts'
import type { Delivery, Email, EmulatorEvent } from '../control/controlEnvironment.ts'
import type { DeliveryFilter } from '../control/deliveries.ts'
import type { Fault, FaultWish } from '../control/faults.ts'
import type { MintSession } from '../control/mintSession.ts'
import type { LoggedRequest, RequestFilter } from '../control/requestLog.ts'
import type { Snapshot } from '../control/snapshots.ts'
import type { Suspicion, SuspicionWish } from '../control/suspicions.ts'
import type { Seed } from '../seed/seed.ts'
import { type ControlRequest, controlRequest } from './controlRequest.ts'

/** An environment of an emulator that runs in another process. Everything is as in process, and awaited. */
export type RemoteEnvironment = {
  readonly url: string
  readonly apiKey: string
  readonly clock: {
    now(): Promise<Date>
    advance(by: { seconds: number }): Promise<void>
    set(date: Date): Promise<void>
    /** Stops the clock: at the given time, or where it is. */
    freeze(at?: Date): Promise<void>
    resume(): Promise<void>
    /** Returns to the machine's own time, running. */
    reset(): Promise<void>
  }
  readonly faults: {
    add(wish: FaultWish): Promise<Fault>
    list(): Promise<Fault[]>
    remove(id: string): Promise<void>
    clear(): Promise<void>
  }
  readonly inbox: {
    /** Every email, newest first; only those to an address, when one is given. */
    list(address?: string): Promise<Email[]>
    /** The newest email to an address. */
    latest(address: string): Promise<Email | undefined>
  }
  readonly keys: {
    /** Gives the new key's `kid`. The old keys still verify. */
    rotate(): Promise<string>
    list(): Promise<string[]>
    drop(kid: string): Promise<void>
  }
  /** What happened, oldest first; only events of the given names, when there are any. */
  events(names?: readonly string[]): Promise<EmulatorEvent[]>
  readonly webhooks: {
    deliveries(filter?: DeliveryFilter): Promise<Delivery[]>
    resend(deliveryId: string): Promise<Delivery>
    /** Waits until nothing is under way or due. */
    settled(): Promise<void>
  }
  readonly radar: {
    /** Makes Radar ask for a code whenever somebody with the address signs in. */
    suspect(suspicion: SuspicionWish): Promise<Suspicion>
    /** The addresses that Radar suspects. */
    list(): Promise<Suspicion[]>
    /** Makes Radar trust everybody again. */
    clear(): Promise<void>
  }
  /** The latest requests, oldest first; those to the control API are left out. */
  requests(filter?: RequestFilter): Promise<LoggedRequest[]>
  /** Signs somebody in without a browser; refused where that cannot be done. */
  mintSession(wish: MintSession): Promise<AuthenticateResultWire>
  /** Everybody in it, with the passwords of the seed. */
  accounts(): Promise<Account[]>
  /** Keeps everything as it is now; the answer names it for `restore`. */
  snapshot(): Promise<Snapshot>
  /** Goes back to a snapshot, as often as wanted; its clock comes back with it. */
  restore(snapshot: Snapshot): Promise<void>
  /** Forgets a snapshot. */
  forget(snapshot: Snapshot): Promise<void>
  /** Goes back to the seed and to the machine’s time. The signing keys stay. */
  reset(): Promise<void>
}

/** An emulator that runs in another process. */
export type RemoteEmulator = RemoteEnvironment & {
  readonly environments: {
    /** Makes an environment with credentials of its own, from the emulator's seed unless another is given. */
    create(options?: { seed?: Seed }): Promise<RemoteEnvironment & { readonly clientId: string }>
    delete(environment: { clientId: string }): Promise<void>
  }
}

/**
 * Takes hold of an emulator that runs in another process. Whatever it refuses is thrown as an
 * `Error` with its message.
 *
 * @example
 * const emulator = connectEmulator({ url: 'http://127.0.0.1:4100' })
 * await emulator.clock.advance({ seconds: 600 })
 */
export function connectEmulator(options: { url: string; apiKey?: string }): RemoteEmulator {
  const { url, apiKey = 'sk_test_emulator' } = options
  const request = controlRequest({ url, apiKey })
  return {
    ...remoteEnvironment({ url, apiKey }, request),
    environments: {
      create: async ({ seed } = {}) => {
        const made = await request<{ apiKey: string; clientId: string }>('POST', 'environments', {
          body: seed === undefined ? {} : { seed },
        })
        const credentials = { url, apiKey: made.apiKey }
        return {
          ...remoteEnvironment(credentials, controlRequest(credentials)),
          clientId: made.clientId,
        }
      },
      delete: ({ clientId }) => request('DELETE', `environments/${clientId}`),
    },
  }
}

function remoteEnvironment(
  where: { url: string; apiKey: string },
  request: ControlRequest,
): RemoteEnvironment {
  const list = async <Item>(path: string, query: Record<string, string | undefined> = {}) =>
    (await request<{ data: Item[] }>('GET', path, { query })).data
  const turn = (body: unknown) => request<void>('POST', 'clock', { body })
  const inbox = (address?: string) => list<Email>('inbox', { to: address })
  return {
    ...where,
    clock: {
      now: async () => new Date((await request<{ now: string }>('GET', 'clock')).now),
      advance: ({ seconds }) => turn({ advance: seconds }),
      set: (date) => turn({ set: date.getTime() }),
      freeze: (at) => turn({ freeze: at === undefined ? true : at.getTime() }),
      resume: () => turn({ resume: true }),
      reset: () => turn({ reset: true }),
    },
    faults: {
      add: (body) => request('POST', 'faults', { body }),
      list: () => list('faults'),
      remove: (id) => request('DELETE', `faults/${id}`),
      clear: () => request('DELETE', 'faults'),
    },
    inbox: { list: inbox, latest: async (address) => (await inbox(address))[0] },
    keys: {
      rotate: async () => (await request<{ kid: string }>('POST', 'keys/rotate')).kid,
      list: async () => (await list<{ kid: string }>('keys')).map(({ kid }) => kid),
      drop: (kid) => request('DELETE', `keys/${kid}`),
    },
    events: async (names = []) => {
      const found = await list<EmulatorEvent>('events')
      return names.length === 0 ? found : found.filter(({ event }) => names.includes(event))
    },
    webhooks: {
      deliveries: (filter = {}) => list('deliveries', filter),
      resend: (id) => request('POST', `deliveries/${id}/resend`),
      settled: () => request('POST', 'deliveries/settle'),
    },
    radar: {
      suspect: (body) => request('POST', 'radar', { body }),
      list: () => list('radar'),
      clear: () => request('DELETE', 'radar'),
    },
    requests: ({ status, ...filter } = {}) =>
      list('requests', { ...filter, status: status === undefined ? undefined : String(status) }),
    mintSession: (body) => request('POST', 'sessions', { body }),
    accounts: () => list('accounts'),
    snapshot: () => request('POST', 'snapshots'),
    restore: ({ id }) => request('POST', `snapshots/${id}/restore`),
    forget: ({ id }) => request('DELETE', `snapshots/${id}`),
    reset: () => request('POST', 'reset'),
  }
}
