import type { Endpoint } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { AppEnv, Environment } from '../environment.ts'
import { ApiError, invalidParametersError } from './apiError.ts'
import { namedRefusal } from './namedRefusal.ts'
import { readBody } from './readBody.ts'
import { readQuery } from './readQuery.ts'

type Parameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name | keyof Parameters<Rest>]: string }
  : Record<never, string>

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** A request that fits its endpoint's declaration. */
export type ApiRequest<E extends Endpoint> = {
  environment: Environment
  params: Parameters<E['path']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
  context: Context<AppEnv>
}

/** Answers an endpoint of the contract with JSON. */
export type Handler<E extends Endpoint> = (
  request: ApiRequest<E>,
) => z.input<E['result']> | Promise<z.input<E['result']>>

/** Hono's spelling of a contract path: `/users/{id}` becomes `/users/:id`. */
export const routePath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

/**
 * Mounts an endpoint of the contract: checks the key, validates path, query and body against the
 * declaration, and in development and tests holds the answer against it too.
 */
export function serve<const E extends Endpoint>(
  app: Hono<AppEnv>,
  endpoint: E,
  handler: Handler<E>,
): void {
  app.on(endpoint.method, routePath(endpoint.path), async (context) => {
    const environment = context.var.environment
    if (endpoint.credential === 'api-key') requireApiKey(context)

    const url = new URL(context.req.url)
    const request = {
      environment,
      params: context.req.param(),
      query:
        endpoint.query && validate(endpoint.query, readQuery(endpoint.query, url.searchParams)),
      body: endpoint.body && validate(endpoint.body, await readBody(context)),
      context,
    } as unknown as ApiRequest<E>
    const result = await handler(request)
    return answer(context, endpoint, result)
  })
}

/** Sends a result with the endpoint's status, after holding it against the contract. */
export function answer(context: Context<AppEnv>, endpoint: Endpoint, result: unknown): Response {
  if (context.var.environment.checkResponses) {
    const check = endpoint.result.safeParse(result)
    if (!check.success) {
      throw new Error(
        `${endpoint.method} ${endpoint.path} was about to answer against the contract: ${check.error.message}`,
      )
    }
  }
  return result === undefined
    ? context.body(null, endpoint.success)
    : context.json(result, endpoint.success as 200)
}

function requireApiKey(context: Context<AppEnv>): void {
  const [scheme, key] = (context.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || key !== context.var.environment.apiKey) {
    throw new ApiError(401, { message: 'Unauthorized' })
  }
}

function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { issues } = result.error
  throw (
    namedRefusal(value, issues) ??
    invalidParametersError(issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  )
}
