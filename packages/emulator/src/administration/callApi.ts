import type { Endpoint } from '@latchkey/core/contract'
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { serveApi } from '../api/api.ts'
import { ApiError } from '../api/apiError.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { Refusal } from './refusal.ts'

type Inner = AppEnv & { Bindings: { environment: Environment } }

let inner: Hono<Inner> | undefined

/** The API alone: neither faults nor the request log see what the console asks of it. */
function openApi(): Hono<Inner> {
  const api = new Hono<AppEnv>()
  serveApi(api)
  return new Hono<Inner>()
    .use(async (context, next) => {
      context.set('environment', context.env.environment)
      await next()
    })
    .route('/', api)
    .onError((error, context) => {
      if (error instanceof ApiError) return context.json(error.body, error.status)
      throw error
    })
}

/** Asks the API, as a product would. Throws a `Refusal` with what it says when it refuses. */
export async function callApi<E extends Endpoint>(
  context: Context<AppEnv>,
  endpoint: E,
  {
    params = {},
    body,
  }: { params?: Record<string, string>; body?: z.input<NonNullable<E['body']>> },
): Promise<z.output<E['result']>> {
  inner ??= openApi()
  const { environment } = context.var
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const request = new Request(new URL(path, context.req.url), {
    method: endpoint.method,
    headers: {
      authorization: `Bearer ${environment.apiKey}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await inner.fetch(request, { environment })
  const text = await response.text()
  const answer = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new Refusal(reasonOf(answer))
  return answer as z.output<E['result']>
}

/** What went wrong, in the API's own words: its message, and what it says about each field. */
function reasonOf(body: { message?: unknown; errors?: { field?: string; message?: string }[] }) {
  const details = (body.errors ?? []).map(({ field, message }) =>
    field === undefined ? message : `${field}: ${message}`,
  )
  return [body.message, ...details].filter(Boolean).join(' ')
}
