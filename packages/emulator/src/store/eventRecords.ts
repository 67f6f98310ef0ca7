import type { EventName } from '@latchkey/core/contract'

/** Something that happened, as the event log tells it. */
export type EventRecord = {
  object: 'event'
  id: string
  event: EventName
  data: Record<string, unknown>
  created_at: string
  context?: Record<string, unknown> | undefined
}

/** Where events are delivered to. */
export type WebhookEndpointRecord = {
  object: 'webhook_endpoint'
  id: string
  endpoint_url: string
  secret: string
  status: 'enabled' | 'disabled'
  events: string[]
  created_at: string
  updated_at: string
}

/** One try to deliver; `status` is `null` when there was no answer, and `error` says why. */
export type DeliveryAttempt = {
  at: string
  status: number | null
  error: string | null
  /** Milliseconds until the answer. */
  duration: number
}

/** One event on its way to one endpoint. */
export type DeliveryRecord = {
  id: string
  endpoint_id: string
  event_id: string
  event: string
  state: 'pending' | 'delivered' | 'failed'
  attempts: DeliveryAttempt[]
  /** When it is tried next, in milliseconds since the epoch by the emulator's clock. */
  next_attempt_at: number | null
  created_at: string
}
