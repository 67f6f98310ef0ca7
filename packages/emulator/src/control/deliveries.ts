import type { Environment } from '../environment.ts'
import type { DeliveryRecord } from '../store/eventRecords.ts'

/** Which deliveries to list; everything given must fit. */
export type DeliveryFilter = {
  /** The endpoint's id. */
  endpoint?: string | undefined
  /** The event's name. */
  event?: string | undefined
  state?: DeliveryRecord['state'] | undefined
}

/** Deliveries to webhook endpoints, oldest first. */
export function listDeliveries(
  { store }: Environment,
  { endpoint, event, state }: DeliveryFilter = {},
): DeliveryRecord[] {
  return store.deliveries.filter(
    (delivery) =>
      (endpoint === undefined || delivery.endpoint_id === endpoint) &&
      (event === undefined || delivery.event === event) &&
      (state === undefined || delivery.state === state),
  )
}
