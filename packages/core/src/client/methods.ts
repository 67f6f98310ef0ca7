import type * as z from 'zod'
import type { Context } from '../context.ts'
import type { Endpoint } from '../contract/index.ts'
import { InputError } from '../errors.ts'
import { type Camelized, toCamel } from './casing.ts'
import { type List, listFrom, type Page } from './pages.ts'
import { send } from './transport.ts'
import { fromWire, plain, toWire } from './wire.ts'

/** What one call may be told besides its input. */
export interface CallOptions {
  /** Ends the call; it then throws the signal's reason. */
  readonly signal?: AbortSignal
  /** Milliseconds until the call is given up, all tries included. */
  readonly timeout?: number
  /** Makes repeating the call safe, so that it is repeated where WorkOS could not answer. */
  readonly idempotencyKey?: string
}

type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

type IsUnion<Type, Whole = Type> = Type extends unknown
  ? [Whole] extends [Type]
    ? false
    : true
  : never

/** Keys whose only possible value is one string: they need not be passed. */
type Fixed<Fields> = {
  [Key in keyof Fields]-?: Fields[Key] extends string
    ? string extends Fields[Key]
      ? never
      : IsUnion<Fields[Key]> extends false
        ? Key
        : never
    : never
}[keyof Fields]

type PartlyOptional<Fields, Keys extends keyof Fields> = Omit<Fields, Keys> &
  Partial<Pick<Fields, Keys>>

type OwnFields<Fields, Proof> = PartlyOptional<
  Fields,
  Fixed<Fields> | (Proof extends 'client' ? Extract<keyof Fields, 'client_id'> : never)
>

type WireInput<Schema, Proof> = Schema extends z.ZodObject
  ? Camelized<OwnFields<z.input<Schema>, Proof>>
  : Schema extends z.ZodType
    ? Camelized<z.input<Schema>>
    : unknown

type ProofInput<Proof> = Proof extends 'access-token'
  ? {
      /** The access token of the person that this is about. */
      accessToken: string
    }
  : unknown

type Input<E> =
  E extends Endpoint<infer Path, infer Query, infer Body, z.ZodType, infer Proof>
    ? Camelized<{ [Name in PathParameter<Path>]: string }> &
        WireInput<Query, Proof> &
        WireInput<Body, Proof> &
        ProofInput<Proof>
    : never

type Answer<E> =
  E extends Endpoint<string, infer Query, z.ZodType | undefined, infer Result>
    ? Query extends z.ZodObject<{ after: z.ZodType }>
      ? Camelized<z.output<Result>> extends infer OnePage extends Page<unknown>
        ? List<OnePage['data'][number], OnePage>
        : Promise<Camelized<z.output<Result>>>
      : Promise<Camelized<z.output<Result>>>
    : never

/** The method that an endpoint declaration becomes: path, query and body in one object. */
export type MethodOf<E> =
  Record<never, never> extends Input<E>
    ? (input?: Input<E>, options?: CallOptions) => Answer<E>
    : (input: Input<E>, options?: CallOptions) => Answer<E>

type Fields = Readonly<Record<string, unknown>>

/** Turns a declaration into the method that calls it. */
export function methodOf<E extends Endpoint>(context: Context, endpoint: E): MethodOf<E> {
  const isList = endpoint.query !== undefined && 'after' in endpoint.query.shape
  const method = (input: Fields = {}, options: CallOptions = {}) =>
    isList
      ? listFrom(
          input,
          (query) => call(context, endpoint, query, options) as Promise<Page<unknown>>,
        )
      : call(context, endpoint, input, options)
  return method as MethodOf<E>
}

async function call(
  context: Context,
  endpoint: Endpoint,
  input: Fields,
  options: CallOptions,
): Promise<unknown> {
  const { method, path, query, body, encoding, result } = endpoint
  const answer = await send(context, {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => pathSegment(name, input[toCamel(name)])),
    template: path,
    query: query && joined(valid(query, toWire(query, input)) as Fields),
    body: body && valid(body, { ...givenBy(context, endpoint, body), ...wireOf(body, input) }),
    encoding,
    bearer: bearerOf(endpoint, input),
    idempotencyKey:
      options.idempotencyKey ?? (endpoint.idempotencyKey ? crypto.randomUUID() : undefined),
    result,
    timeout: options.timeout,
    signal: options.signal,
  })
  return fromWire(result, answer)
}

function bearerOf({ credential }: Endpoint, input: Fields): boolean | string {
  if (credential !== 'access-token') return credential === 'api-key'
  const { accessToken } = input
  if (typeof accessToken === 'string' && accessToken !== '') return accessToken
  throw new InputError({
    message: '`accessToken` must be a non-empty string.',
    fix: 'Pass the access token that came with the profile.',
  })
}

/** An id never changes the path: no slashes, no dots that a URL parser would fold. Colons may stay. */
function pathSegment(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value !== '.' && value !== '..') {
    return encodeURIComponent(value).replaceAll('%3A', ':')
  }
  throw new InputError({
    message: `\`${toCamel(name)}\` must be a non-empty string.`,
    fix: `Pass the ${toCamel(name)} of an existing object.`,
  })
}

/** Lists travel comma-joined in one parameter. */
function joined(query: Fields): Fields {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  )
}

function wireOf(schema: z.ZodType, input: Fields): Fields {
  return toWire(schema, input) as Fields
}

/** Fields of a body that nobody has to pass: fixed ones, and those that name the client. */
function givenBy({ config }: Context, { credential }: Endpoint, body: z.ZodType): Fields {
  const [schema, other] = plain(body)
  if (schema?._zod.def.type !== 'object' || other) return {}
  const { shape } = schema._zod.def
  const fixed = Object.entries(shape).flatMap(([name, field]) => {
    const { def } = (field as z.core.$ZodTypes)._zod
    return def.type === 'literal' && def.values.length === 1 ? [[name, def.values[0]]] : []
  })
  const own = credential === 'client' ? ownCredentials(config, shape) : {}
  return { ...Object.fromEntries(fixed), ...own }
}

function ownCredentials({ clientId, apiKey }: Context['config'], shape: object): Fields {
  return {
    ...('client_id' in shape && { client_id: clientId }),
    ...('client_secret' in shape && { client_secret: apiKey }),
  }
}

function valid(schema: z.ZodType, wire: unknown): unknown {
  const parsed = schema.safeParse(wire)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.map((key) => (typeof key === 'string' ? toCamel(key) : key)).join('.')
  throw new InputError({
    message: place
      ? `\`${place}\` is not valid: ${issue?.message}.`
      : 'The input is incomplete, or has fields that exclude each other.',
    fix: 'Compare the input with its type.',
  })
}
