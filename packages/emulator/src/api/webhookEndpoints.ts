import { webhookEndpoints } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import { paginate } from '../store/paginate.ts'
import { randomToken } from '../store/secret.ts'
import { plainError } from './apiError.ts'
import { serve } from './serve.ts'

/** Webhook endpoints: list, make, change and delete. */
export function serveWebhookEndpoints(app: Hono<AppEnv>): void {
  serve(app, webhookEndpoints.list, ({ environment, query }) =>
    paginate(environment.store.webhookEndpoints.all(), query),
  )

  serve(app, webhookEndpoints.create, ({ environment, body }) => {
    const { store, clock } = environment
    requireUsableUrl(environment, body.endpoint_url)
    return store.webhookEndpoints.insert({
      object: 'webhook_endpoint',
      id: newId('webhookEndpoint', clock.now()),
      endpoint_url: body.endpoint_url,
      secret: `whsec_${randomToken(32)}`,
      status: 'enabled',
      events: body.events,
      ...recordedNow(clock),
    })
  })

  serve(app, webhookEndpoints.update, ({ environment, params, body }) => {
    const { store, clock } = environment
    const { id } = requireEndpoint(environment, params.id)
    if (body.endpoint_url !== undefined) requireUsableUrl(environment, body.endpoint_url, id)
    return store.webhookEndpoints.update(id, {
      ...defined(body),
      updated_at: isoTime(clock.now()),
    })
  })

  serve(app, webhookEndpoints.delete, ({ environment, params }) => {
    environment.store.webhookEndpoints.delete(requireEndpoint(environment, params.id).id)
  })
}

function requireEndpoint({ store }: Environment, id: string) {
  const endpoint = store.webhookEndpoints.get(id)
  if (endpoint) return endpoint
  throw plainError(404, 'entity_not_found', `Webhook endpoint not found: '${id}'.`)
}

function requireUsableUrl({ store }: Environment, url: string, self?: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw plainError(422, 'invalid_url', `'${url}' is not a URL that events can be sent to.`)
  }
  const other = store.webhookEndpoints.find((each) => each.endpoint_url === url)
  if (other && other.id !== self) {
    throw plainError(409, 'duplicate_endpoint', 'There is an endpoint with this URL already.')
  }
}
