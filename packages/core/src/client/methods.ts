import type * as z from 'zod'
import type { Context } from '../context.ts'
import type { Endpoint } from '../contract/index.ts'
import { InputError } from '../errors.ts'
import { type Camelized, camelize, snakeize } from './casing.ts'
import { DEFAULT_TIMEOUT, send } from './transport.ts'

type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

type WireInput<Schema> = Schema extends z.ZodType ? Camelized<z.input<Schema>> : unknown

type Input<E> =
  E extends Endpoint<infer Path, infer Query, infer Body>
    ? Camelized<{ [Name in PathParameter<Path>]: string }> & WireInput<Query> & WireInput<Body>
    : never

/** The method that an endpoint declaration becomes: path, query and body in one object. */
export type MethodOf<E> =
  E extends Endpoint<infer _Path, infer _Query, infer _Body, infer Result>
    ? Record<never, never> extends Input<E>
      ? (input?: Input<E>) => Promise<Camelized<z.output<Result>>>
      : (input: Input<E>) => Promise<Camelized<z.output<Result>>>
    : never

/** Turns a declaration into the method that calls it. */
export function methodOf<E extends Endpoint>(context: Context, endpoint: E): MethodOf<E> {
  const parameters = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const method = async (input: object = {}) => {
    const wire = snakeize(input) as Record<string, unknown>
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      pathSegment(name, wire[name]),
    )
    for (const name of parameters) delete wire[name]
    const result = await send(context, {
      method: endpoint.method,
      path,
      query: endpoint.query && pick(wire, endpoint.query),
      body: endpoint.body && valid(endpoint.body, wire),
      bearer: endpoint.credential === 'api-key',
      result: endpoint.result,
      timeout: DEFAULT_TIMEOUT,
    })
    return camelize(result)
  }
  return method as MethodOf<E>
}

/** An id never changes the path: no slashes, no dots that a URL parser would fold. */
function pathSegment(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value !== '.' && value !== '..') {
    return encodeURIComponent(value)
  }
  throw new InputError({
    message: `\`${name}\` must be a non-empty string.`,
    fix: `Pass the ${name} of an existing object.`,
  })
}

function pick(wire: Record<string, unknown>, schema: z.ZodObject): Record<string, unknown> {
  const query = valid(schema, wire) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  )
}

function valid(schema: z.ZodType, wire: unknown): unknown {
  const parsed = schema.safeParse(wire)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InputError({
    message: `\`${issue?.path.join('.')}\` is not valid: ${issue?.message}.`,
    fix: 'Compare the input with its type.',
  })
}
