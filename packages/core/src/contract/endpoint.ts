import type * as z from 'zod'

/** HTTP methods the WorkOS API uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * How a request proves who sends it: `api-key` sends `Authorization: Bearer sk_…`; `client` names
 * the client in the body and may omit the secret (public clients); `public` needs nothing.
 */
export type Credential = 'api-key' | 'client' | 'public'

/** One operation of the WorkOS API, as data. Schemas describe the wire: snake_case, ISO dates. */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Result extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** Path with parameters in braces, e.g. `/user_management/users/{id}`. */
  readonly path: Path
  readonly credential: Credential
  /** The status of a successful answer. */
  readonly success: 200 | 201 | 202 | 204 | 302
  readonly query: Query
  readonly body: Body
  readonly result: Result
}

type Declaration<
  Path extends string,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Result extends z.ZodType,
> = Pick<Endpoint<Path, Query, Body, Result>, 'method' | 'path' | 'success' | 'result'> & {
  credential?: Credential
  query?: Query
  body?: Body
}

/** Declares an endpoint; an API key is the credential unless another is named. */
export function endpoint<
  const Path extends string,
  Result extends z.ZodType,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(declaration: Declaration<Path, Query, Body, Result>): Endpoint<Path, Query, Body, Result> {
  return {
    credential: 'api-key',
    query: undefined as Query,
    body: undefined as Body,
    ...declaration,
  }
}
