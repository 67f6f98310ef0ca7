import { listDeliveries } from '../../control/deliveries.ts'
import type { Environment } from '../../environment.ts'
import type { DeliveryRecord } from '../../store/eventRecords.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Empty, Id, Json, Section } from '../../ui/pieces.tsx'
import { Act } from '../frame/form.tsx'

const shown = 100
const tones = { delivered: 'good', pending: 'warn', failed: 'bad' } as const

/** Every delivery, newest first; each unfolds to its attempts and what was sent. */
export function WebhookDeliveries({ environment }: { environment: Environment }) {
  const deliveries = listDeliveries(environment).toReversed()
  return (
    <Section
      title="Deliveries"
      note={deliveries.length > shown ? `The latest ${shown} of ${deliveries.length}.` : undefined}
    >
      {deliveries.length === 0 ? (
        <Empty title="Nothing was delivered yet">
          The next event goes to every endpoint above.
        </Empty>
      ) : (
        <ol class="log">
          {deliveries.slice(0, shown).map((delivery) => (
            <Delivery environment={environment} delivery={delivery} key={delivery.id} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function Delivery(props: { environment: Environment; delivery: DeliveryRecord }) {
  const { store, clock } = props.environment
  const { id, event, event_id, endpoint_id, state, attempts, next_attempt_at } = props.delivery
  const now = clock.now()
  const endpoint = store.webhookEndpoints.get(endpoint_id)
  return (
    <li data-key={id}>
      <details id={id}>
        <summary>
          <code>{event}</code>
          <span class="log-about">{endpoint?.endpoint_url ?? 'a deleted endpoint'}</span>
          <Badge tone={tones[state]}>{state}</Badge>
          <Ago time={props.delivery.created_at} now={now} />
        </summary>
        <div class="log-body">
          <Id>{id}</Id>
          <ul class="attempts">
            {attempts.map(({ at, status, error, duration }) => (
              <li key={at}>
                <Badge tone={error === null ? 'good' : 'bad'}>
                  {status === null ? 'no answer' : String(status)}
                </Badge>
                <span>{error ?? 'Delivered.'}</span>
                <span class="muted">
                  {duration} ms, <Ago time={at} now={now} />
                </span>
              </li>
            ))}
            {next_attempt_at !== null && (
              <li>
                <Badge tone="warn">next</Badge>
                <span class="muted">
                  <Ago time={next_attempt_at} now={now} />, or when the clock is advanced to it
                </span>
              </li>
            )}
          </ul>
          <Json value={store.events.get(event_id)} />
          <Act to={`webhooks/deliveries/${id}/resend`} label={`Send again: ${event}`}>
            Send again
          </Act>
        </div>
      </details>
    </li>
  )
}
