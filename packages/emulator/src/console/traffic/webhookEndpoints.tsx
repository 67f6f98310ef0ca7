import { webhookEventNames } from '@latchkey/core/contract'
import type { Environment } from '../../environment.ts'
import { Badge, Empty, Id, Section, Table } from '../../ui/pieces.tsx'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Input, Send } from '../frame/inputs.tsx'

/** Where events are delivered to. */
export function WebhookEndpoints({ environment }: { environment: Environment }) {
  const endpoints = environment.store.webhookEndpoints.all()
  return (
    <Section
      title="Endpoints"
      action={
        <Fold summary="New endpoint" form="webhooks">
          <Form to="webhooks" label="New endpoint">
            <Input
              name="url"
              label="URL"
              type="url"
              placeholder="http://localhost:3000/auth/webhook"
              required
            />
            <Input
              name="events"
              label="Events"
              mono
              placeholder="user. , dsync."
              hint="Beginnings of names, with commas between; all of them unless given."
            />
            <Send>Make the endpoint</Send>
          </Form>
        </Fold>
      }
    >
      {endpoints.length === 0 ? (
        <Empty title="Events go nowhere yet">
          Make an endpoint with the address that your application listens at.
        </Empty>
      ) : (
        <Table
          caption="Endpoints"
          columns={[
            { name: 'URL' },
            { name: 'Events', wide: true },
            { name: 'Status' },
            { name: 'Actions', hidden: true },
          ]}
        >
          {endpoints.map(({ id, endpoint_url, secret, status, events }) => (
            <tr data-key={id} key={id}>
              <td>
                <span class="path mono small-text">{endpoint_url}</span>
                <details class="fold" id={`secret-${id}`}>
                  <summary>Signing secret</summary>
                  <div class="fold-body">
                    <Id>{secret}</Id>
                  </div>
                </details>
              </td>
              <td class="wide muted">
                {events.length === webhookEventNames.length ? 'all' : `${events.length} kinds`}
              </td>
              <td>
                <Badge tone={status === 'enabled' ? 'good' : 'warn'}>{status}</Badge>
              </td>
              <td class="acts">
                <Act
                  to={`webhooks/${id}`}
                  values={{ status: status === 'enabled' ? 'disabled' : 'enabled' }}
                  label={`${status === 'enabled' ? 'Disable' : 'Enable'} ${endpoint_url}`}
                >
                  {status === 'enabled' ? 'Disable' : 'Enable'}
                </Act>
                <Act to={`webhooks/${id}/delete`} label={`Delete ${endpoint_url}`} danger>
                  Delete
                </Act>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
