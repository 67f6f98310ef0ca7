import { eventsWithoutWebhook } from '@latchkey/core/contract'
import { isoTime, type SteerableClock } from '../clock.ts'
import type { DeliveryAttempt, DeliveryRecord, EventRecord } from '../store/eventRecords.ts'
import { newId } from '../store/id.ts'
import type { Store } from '../store/store.ts'
import { deliver } from './deliver.ts'

/** Seconds after which a failed delivery is tried again: 6 retries within half an hour. */
const retryDelays = [5, 15, 45, 135, 405, 1215]

/** Brings events to webhook endpoints. */
export type DeliveryQueue = {
  /** Sends an event to every endpoint that wants it. */
  add(event: EventRecord): void
  /** Sends an event to an endpoint once more, now. Throws a `RangeError` for an unknown delivery. */
  resend(deliveryId: string): DeliveryRecord
  /** Waits until nothing is under way and nothing is due; what waits for a later retry may remain. */
  settled(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a queue. Each endpoint gets its deliveries one by one, in the order of the events; one
 * that failed is tried again later, by the emulator's clock, and holds nobody up meanwhile.
 */
export function openDeliveryQueue(options: { store: Store; clock: SteerableClock }): DeliveryQueue {
  const { store, clock } = options
  const stop = new AbortController()
  const working = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined

  const pending = () => store.deliveries.filter(({ state }) => state === 'pending')
  const isDue = ({ next_attempt_at }: DeliveryRecord) => (next_attempt_at ?? 0) <= clock.now()

  function wake(): void {
    if (stop.signal.aborted) return
    for (const { endpoint_id } of pending().filter(isDue)) {
      if (!working.has(endpoint_id)) working.set(endpoint_id, workOff(endpoint_id))
    }
    setAlarm()
  }

  /** Wakes when the next retry is due, unless the clock stands still. */
  function setAlarm(): void {
    clearTimeout(timer)
    const times = pending().flatMap(({ next_attempt_at }) => next_attempt_at ?? [])
    const wait = Math.min(...times.filter((time) => time > clock.now())) - clock.now()
    if (!clock.frozen && Number.isFinite(wait)) timer = setTimeout(wake, wait).unref()
  }

  async function workOff(endpointId: string): Promise<void> {
    // Whoever caused the event is answered first.
    await new Promise(setImmediate)
    const next = () => pending().find((each) => each.endpoint_id === endpointId && isDue(each))
    for (let delivery = next(); delivery && !stop.signal.aborted; delivery = next()) {
      await attempt(delivery)
    }
    working.delete(endpointId)
    setAlarm()
  }

  async function attempt(delivery: DeliveryRecord): Promise<void> {
    const at = isoTime(clock.now())
    const endpoint = store.webhookEndpoints.get(delivery.endpoint_id)
    const event = store.events.get(delivery.event_id)
    if (endpoint?.status !== 'enabled' || !event) {
      const error = endpoint ? 'The endpoint is disabled.' : 'The endpoint was deleted.'
      conclude(delivery, { attempt: { at, status: null, error, duration: 0 }, final: true })
      return
    }
    const outcome = await deliver({ endpoint, event, signal: stop.signal })
    if (!stop.signal.aborted) conclude(delivery, { attempt: { at, ...outcome }, final: false })
  }

  function conclude(
    { id }: DeliveryRecord,
    { attempt, final }: { attempt: DeliveryAttempt; final: boolean },
  ): void {
    // A reset may have taken it away meanwhile.
    const delivery = store.deliveries.get(id)
    if (!delivery) return
    const delay = final ? undefined : retryDelays[delivery.attempts.length]
    const retried = attempt.error !== null && delay !== undefined
    store.deliveries.update(id, {
      attempts: [...delivery.attempts, attempt],
      state: attempt.error === null ? 'delivered' : retried ? 'pending' : 'failed',
      next_attempt_at: retried ? clock.now() + delay * 1000 : null,
    })
    store.flush()
  }

  function enqueue(delivery: Pick<DeliveryRecord, 'endpoint_id' | 'event_id' | 'event'>) {
    const now = clock.now()
    const record = store.deliveries.insert({
      id: newId('webhookDelivery', now),
      ...delivery,
      state: 'pending',
      attempts: [],
      next_attempt_at: now,
      created_at: isoTime(now),
    })
    wake()
    return record
  }

  const unsubscribe = clock.subscribe(wake)
  wake()

  return {
    add: ({ id, event }) => {
      if (eventsWithoutWebhook.has(event)) return
      for (const endpoint of store.webhookEndpoints.all()) {
        if (endpoint.status !== 'enabled' || !endpoint.events.includes(event)) continue
        enqueue({ endpoint_id: endpoint.id, event_id: id, event })
      }
    },
    resend: (deliveryId) => {
      const delivery = store.deliveries.get(deliveryId)
      if (!delivery) throw new RangeError(`There is no delivery ${deliveryId}.`)
      const { endpoint_id, event_id, event } = delivery
      return enqueue({ endpoint_id, event_id, event })
    },
    settled: async () => {
      while (working.size > 0) await Promise.all(working.values())
    },
    close: async () => {
      unsubscribe()
      clearTimeout(timer)
      stop.abort()
      await Promise.all(working.values())
    },
  }
}
