import type { AuthenticateResultWire } from '@latchkey/core/contract'
import { latestEmail, listEmails } from '../authentication/inbox.ts'
import type { Clock } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { type EventFilter, listEvents } from '../events/listEvents.ts'
import type { DeliveryRecord, EventRecord } from '../store/eventRecords.ts'
import type { EmailRecord } from '../store/records.ts'
import { type Account, listAccounts } from './accounts.ts'
import { type DeliveryFilter, listDeliveries } from './deliveries.ts'
import type { Faults } from './faults.ts'
import { type MintSession, mintSession } from './mintSession.ts'
import type { LoggedRequest, RequestFilter } from './requestLog.ts'
import { resetEnvironment } from './resetEnvironment.ts'
import type { Snapshot } from './snapshots.ts'
import {
  clearSuspicions,
  listSuspicions,
  type Suspicion,
  type SuspicionWish,
  suspect,
} from './suspicions.ts'

/** An email in the inbox, with its code or link taken out. */
export type Email = EmailRecord
/** An event as `GET /events` lists it and webhooks carry it. */
export type EmulatorEvent = EventRecord
/** One event on its way to one webhook endpoint, with every attempt. */
export type Delivery = DeliveryRecord

/** One WorkOS environment, and everything a test does to it. */
export type EmulatorEnvironment = {
  readonly apiKey: string
  readonly clientId: string
  /** Its time; everything that lives for a while in it goes by this. */
  readonly clock: Clock
  /** What goes wrong on purpose. */
  readonly faults: Faults
  readonly inbox: {
    /** Every email, newest first. */
    list(): Email[]
    /** The newest email to an address. */
    latest(address: string): Email | undefined
  }
  readonly keys: {
    /** Makes a new key to sign access tokens with. The old ones still verify. Gives its `kid`. */
    rotate(): Promise<string>
    /** Every key by its `kid`, the oldest first; the last one signs. */
    list(): string[]
    /** Serves a key no longer. Throws a `RangeError` for the key that signs. */
    drop(kid: string): void
  }
  readonly events: {
    /** What happened, oldest first. */
    list(filter?: EventFilter): EmulatorEvent[]
  }
  readonly webhooks: {
    /** What is on its way to endpoints and what arrived, oldest first. */
    deliveries(filter?: DeliveryFilter): Delivery[]
    /** Sends an event to an endpoint once more. */
    resend(deliveryId: string): Delivery
    /** Waits until nothing is under way or due. A retry is due once the clock has come to it. */
    settled(): Promise<void>
  }
  readonly radar: {
    /** Makes Radar ask for a code whenever somebody with the address signs in. */
    suspect(suspicion: SuspicionWish): Suspicion
    /** The addresses that Radar suspects. */
    list(): Suspicion[]
    /** Makes Radar trust everybody again. */
    clear(): void
  }
  /** The latest 1000 requests, oldest first; those to the control API are left out. */
  requests(filter?: RequestFilter): LoggedRequest[]
  /** Signs somebody in without a browser. Throws a `MintError` when it cannot be done. */
  mintSession(wish: MintSession): Promise<AuthenticateResultWire>
  /** Everybody in it, with the seed's passwords. */
  accounts(): Account[]
  /** Remembers everything in it, its clock included; neither keys nor the request log. */
  snapshot(): Snapshot
  /** Goes back to a snapshot, with no faults. It can be gone back to again. */
  restore(snapshot: Snapshot): void
  /** Goes back to the seed and to the machine's time, with no faults. The signing keys stay. */
  reset(): void
}

/** The handle that tests hold an environment by. */
export function controlEnvironment(environment: Environment): EmulatorEnvironment {
  const { apiKey, clientId, clock, faults, signingKeys, deliveries, snapshots } = environment
  return {
    apiKey,
    clientId,
    clock,
    faults,
    inbox: {
      list: () => listEmails(environment),
      latest: (address) => latestEmail(environment, address),
    },
    keys: {
      rotate: async () => (await signingKeys.rotate()).kid,
      list: signingKeys.list,
      drop: signingKeys.drop,
    },
    events: { list: (filter) => listEvents(environment, filter) },
    webhooks: {
      deliveries: (filter) => listDeliveries(environment, filter),
      resend: deliveries.resend,
      settled: deliveries.settled,
    },
    radar: {
      suspect: (wish) => suspect(environment, wish),
      list: () => listSuspicions(environment),
      clear: () => clearSuspicions(environment),
    },
    requests: (filter) => environment.requests.list(filter),
    mintSession: (wish) => mintSession(environment, wish),
    accounts: () => listAccounts(environment),
    snapshot: snapshots.take,
    restore: ({ id }) => snapshots.restore(id),
    reset: () => resetEnvironment(environment),
  }
}
