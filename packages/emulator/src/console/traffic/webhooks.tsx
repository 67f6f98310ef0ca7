import { webhookEndpoints, webhookEventNames } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { Refusal } from '../../administration/refusal.ts'
import type { AppEnv } from '../../environment.ts'
import { Live } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { showPage } from '../frame/page.tsx'
import { WebhookDeliveries } from './webhookDeliveries.tsx'
import { WebhookEndpoints } from './webhookEndpoints.tsx'

/** Where events are delivered to, and every delivery with its attempts. */
export function serveWebhooksPage(app: Hono<AppEnv>): void {
  app.get('/webhooks', (context) => showWebhooks(context))
  const page = showWebhooks

  serveAction(app, 'webhooks', {
    page,
    run: async ({ context, form }) => {
      const prefixes = form.list('events')
      const events = webhookEventNames.filter(
        (name) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
      )
      if (events.length === 0) throw new Refusal('No event is called like that.')
      const body = { endpoint_url: form.required('url', 'A URL'), events }
      await callApi(context, webhookEndpoints.create, { body })
      return { to: 'webhooks', notice: 'Events go there from now on.' }
    },
  })
  serveAction(app, 'webhooks/:endpoint', {
    page,
    run: async ({ context, form, param }) => {
      const status = form.text('status') === 'enabled' ? 'enabled' : 'disabled'
      const params = { id: param('endpoint') }
      await callApi(context, webhookEndpoints.update, { params, body: { status } })
      return { to: 'webhooks', notice: `The endpoint is ${status}.` }
    },
  })
  serveAction(app, 'webhooks/:endpoint/delete', {
    page,
    run: async ({ context, param }) => {
      await callApi(context, webhookEndpoints.delete, { params: { id: param('endpoint') } })
      return { to: 'webhooks', notice: 'The endpoint is deleted.' }
    },
  })
  serveAction(app, 'webhooks/deliveries/:delivery/resend', {
    page,
    run: ({ environment, param }) => {
      try {
        environment.deliveries.resend(param('delivery'))
      } catch (error) {
        throw error instanceof RangeError ? new Refusal(error.message) : error
      }
      return { to: 'webhooks', notice: 'It is sent once more.' }
    },
  })
}

const showWebhooks: Page = (context, attempt) => {
  const { environment } = context.var
  return showPage(context, {
    room: 'Webhooks',
    summary: 'Signed deliveries, in the order of the events, retried with backoff by the clock.',
    attempt,
    body: (
      <>
        <Live id="endpoints">
          <WebhookEndpoints environment={environment} />
        </Live>
        <Live id="deliveries">
          <WebhookDeliveries environment={environment} />
        </Live>
      </>
    ),
  })
}
