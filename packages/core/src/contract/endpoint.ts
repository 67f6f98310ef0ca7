import type * as z from 'zod'

/** HTTP methods the WorkOS API uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * How a request proves who sends it: `api-key` sends `Authorization: Bearer sk_…`; `client` names
 * the client in the body and may omit the secret (public clients); `access-token` sends the token
 * of the person it is about; `public` needs nothing.
 */
export type Credential = 'api-key' | 'client' | 'access-token' | 'public'

/** One operation of the WorkOS API, as data. Schemas describe the wire: snake_case, ISO dates. */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Result extends z.ZodType = z.ZodType,
  Proof extends Credential = Credential,
> {
  readonly method: Method
  /** Path with parameters in braces, e.g. `/user_management/users/{id}`. */
  readonly path: Path
  readonly credential: Proof
  /** The status of a successful answer. */
  readonly success: 200 | 201 | 202 | 204 | 302
  /** How a body travels. */
  readonly encoding: 'json' | 'form'
  /** Whether every call shall carry an idempotency key, so that repeating it is safe. */
  readonly idempotencyKey: boolean
  readonly query: Query
  readonly body: Body
  readonly result: Result
}

type Declaration<
  Path extends string,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Result extends z.ZodType,
  Proof extends Credential,
> = Pick<Endpoint<Path, Query, Body, Result>, 'method' | 'path' | 'success' | 'result'> &
  Partial<Pick<Endpoint, 'encoding' | 'idempotencyKey'>> & {
    credential?: Proof
    query?: Query
    body?: Body
  }

/** Declares an endpoint; an API key is the credential unless another is named. */
export function endpoint<
  const Path extends string,
  Result extends z.ZodType,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Proof extends Credential = 'api-key',
>(
  declaration: Declaration<Path, Query, Body, Result, Proof>,
): Endpoint<Path, Query, Body, Result, Proof> {
  return {
    credential: 'api-key' as Proof,
    encoding: 'json',
    idempotencyKey: false,
    query: undefined as Query,
    body: undefined as Body,
    ...declaration,
  }
}
