import type { Context } from 'hono'
import { proveNow } from '../authentication/proof.ts'
import type { AppEnv } from '../environment.ts'
import type { Proof } from '../store/authenticationRecords.ts'
import type { FlowRecord, FlowRequest } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { readCookie, writeCookie } from './cookies.ts'
import { PageError } from './pageError.ts'

const lifetime = 60 * 60 * 1000

/** The hosted pages that a visit can be on. */
export type FlowPage =
  | 'sign-in'
  | 'sign-up'
  | 'password'
  | 'magic-code'
  | 'methods'
  | 'radar'
  | 'verify-email'
  | 'mfa'
  | 'mfa-setup'
  | 'organization'
  | 'invitation'
  | 'forgot-password'
  | 'device'
  | `sso/${string}`
  | `provider/${string}`

/** The address of a page within a visit. */
export const flowPath = (flow: FlowRecord, page: FlowPage): string =>
  `/authkit/${page}?flow=${flow.id}`

/** Begins a visit to the hosted pages, tied to this browser. */
export function beginFlow(
  context: Context<AppEnv>,
  options: { request: FlowRequest; proof: Proof | null; email?: string | null },
): FlowRecord {
  const { store, clock } = context.var.environment
  const known = readCookie(context, 'browser')
  const browser_id = known && known.length === 40 ? known : randomToken(40)
  if (browser_id !== known) writeCookie(context, { name: 'browser', value: browser_id })
  return store.flows.insert({
    id: randomToken(),
    browser_id,
    request: options.request,
    proof: options.proof,
    email: options.email ?? null,
    organization_id: null,
    oauth_tokens: null,
    totp_secret: null,
    mfa_attempts: 0,
    expires_at: clock.now() + lifetime,
  })
}

/** Notes whose credential was right. */
export function signInto(
  context: Context<AppEnv>,
  flow: FlowRecord,
  person: Pick<Proof, 'user_id' | 'method'> & Partial<Proof> & { email: string },
): FlowRecord {
  const { environment } = context.var
  const { email, ...proof } = person
  return environment.store.flows.update(flow.id, {
    email,
    proof: proveNow(environment, proof),
    organization_id: null,
    oauth_tokens: null,
    totp_secret: null,
    mfa_attempts: 0,
  })
}

/** The visit that the address names, if it is still open in this browser. */
export function findFlow(context: Context<AppEnv>, id: string | undefined): FlowRecord | undefined {
  const { store, clock } = context.var.environment
  const flow = id === undefined ? undefined : store.flows.get(id)
  if (!flow || flow.browser_id !== readCookie(context, 'browser')) return undefined
  return flow.expires_at > clock.now() ? flow : undefined
}

/** The visit that the address names; a readable page when there is none. */
export function requireFlow(context: Context<AppEnv>): FlowRecord {
  const flow = findFlow(context, context.req.query('flow'))
  if (flow) return flow
  throw new PageError(400, {
    title: 'This sign-in is over',
    text: 'It was finished already, was left open for too long, or was begun in another browser. Go back to the application and sign in again.',
  })
}
