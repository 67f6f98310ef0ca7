import { decodeJwt } from 'jose/jwt/decode'
import type { BegunSession } from '../authentication/beginSession.ts'
import { accessTokenClaimsSchema } from '../contract/index.ts'
import { ConfigurationError } from '../errors.ts'
import type { BearerState } from './bearer.ts'
import type { SessionClaims } from './claims.ts'
import { readBySchema, type SchemaIssue, type SchemaReading } from './readBySchema.ts'
import type { ClaimsInvalid, ReadState, SessionState } from './state.ts'

type Validation<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly ClaimsIssue[] }

interface ClaimsIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/**
 * What the JWT template adds to access tokens, as a Standard Schema: zod, valibot, arktype and others
 * make them. @see https://standardschema.dev
 */
export interface ClaimsSchema<Custom = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => Validation<Custom> | Promise<Validation<Custom>>
  }
}

/** What a schema adds to the claims of a session. */
export interface CustomClaims<Schema extends ClaimsSchema> {
  /** The product's own claims, as the schema reads them. */
  readonly custom: Schema extends ClaimsSchema<infer Custom> ? Custom : never
}

/** Claims that WorkOS itself makes or reserves; the rest is the product's own. */
const WORKOS_CLAIMS: ReadonlySet<string> = new Set([
  ...Object.keys(accessTokenClaimsSchema.shape),
  'nbf',
])

/** Seconds: another token, or a corrected schema, is what can help. */
const RETRY_AFTER = 60

/** Adds the product's own claims to a state, or tells that they are not as declared. */
export interface WithCustomClaims {
  (state: BegunSession): Promise<BegunSession>
  (state: SessionState): Promise<SessionState>
  (state: ReadState): Promise<ReadState>
  (state: BearerState): Promise<BearerState>
}

/**
 * Reads custom claims by a schema, once a token: remembered sessions share their claims, and what
 * became of them is kept beside, unless the schema threw. Without a schema there are none.
 *
 * @throws {ConfigurationError} when it is no schema.
 */
export function createCustomClaims(schema: ClaimsSchema | undefined): WithCustomClaims {
  if (schema) requireStandard(schema)
  const readings = new WeakMap<SessionClaims, Promise<SchemaReading>>()

  async function withCustomClaims(state: ReadState | SessionState | BearerState) {
    if (schema === undefined || !('accessToken' in state)) return state
    const { claims } = state
    const asked = readings.get(claims) ?? readBySchema(schema, customClaimsOf(state))
    readings.set(claims, asked)
    const reading = await asked.catch((error): SchemaReading => {
      readings.delete(claims)
      return { kind: 'invalid', issues: [{ path: '', message: `The schema threw. ${error}` }] }
    })
    return reading.kind === 'valid'
      ? { ...state, claims: { ...claims, custom: reading.value } }
      : { ...restOf(state), ...invalid(reading.issues) }
  }

  return withCustomClaims as WithCustomClaims
}

/** A refresh that brought invalid claims still has to be written, or the session would be lost. */
function restOf(state: object & Partial<Pick<SessionState, 'cookieChanges'>>) {
  return 'cookieChanges' in state ? { cookieChanges: state.cookieChanges } : {}
}

function invalid(issues: readonly SchemaIssue[]): ClaimsInvalid {
  return { status: 'unavailable', reason: 'claims-invalid', retryAfter: RETRY_AFTER, issues }
}

function requireStandard(schema: ClaimsSchema): void {
  if (typeof schema['~standard']?.validate === 'function') return
  throw new ConfigurationError([
    {
      setting: 'claims',
      problem: 'is not a Standard Schema',
      fix: 'pass a schema of zod 3.24 or newer, valibot, arktype or another library that makes them',
    },
  ])
}

/** The token was verified, or came straight from WorkOS. */
function customClaimsOf({
  accessToken,
}: {
  readonly accessToken: string
}): Record<string, unknown> {
  const own = Object.entries(decodeJwt(accessToken)).filter(([name]) => !WORKOS_CLAIMS.has(name))
  return Object.fromEntries(own)
}
