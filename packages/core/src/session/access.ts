import { InputError } from '../errors.ts'
import type { SessionClaims } from './claims.ts'

/** What a session must have: all of it, and of several values every one. */
export interface AccessRequirement {
  readonly role?: string | readonly string[]
  readonly permission?: string | readonly string[]
  readonly entitlement?: string | readonly string[]
  readonly featureFlag?: string | readonly string[]
  /** The organization that the session is signed in to. */
  readonly organizationId?: string
  /** Seconds since the person last proved who they are, at most. */
  readonly maxAge?: number
}

/** One requirement that is not met, and the value that was wanted. */
export interface AccessReason {
  readonly requirement: keyof AccessRequirement
  /** `undefined` where the requirement itself says nothing that could be met. */
  readonly wanted: string | number | undefined
  /** What the access token lacks, so that signing in again would not help: the time of the proof. */
  readonly missingClaim?: 'auth_time'
}

/** What {@link checkAccess} decides. */
export type AccessDecision =
  | { readonly status: 'ok' }
  /**
   * Something is missing that signing in again does not bring; also where the access token never
   * says when the person proved who they are.
   */
  | { readonly status: 'forbidden'; readonly reasons: readonly AccessReason[] }
  /** All is there, but the person proved who they are too long ago. */
  | { readonly status: 'reauthenticate'; readonly reasons: readonly AccessReason[] }

/** Seconds by which the clocks of WorkOS and this server may differ. */
const CLOCK_TOLERANCE = 5

const held = {
  role: ({ roles }: SessionClaims) => roles,
  permission: ({ permissions }: SessionClaims) => permissions,
  entitlement: ({ entitlements }: SessionClaims) => entitlements,
  featureFlag: ({ featureFlags }: SessionClaims) => featureFlags,
  organizationId: ({ organizationId }: SessionClaims) =>
    organizationId === undefined ? [] : [organizationId],
} satisfies Record<Exclude<keyof AccessRequirement, 'maxAge'>, (claims: SessionClaims) => unknown>

/**
 * Finds a requirement that does not exist before anybody asks, e.g. when a proxy is built.
 *
 * @throws {InputError} naming it.
 * @example
 * ```ts
 * import { validateRequirement } from '@latchkey/core'
 *
 * validateRequirement({ permission: 'payments:refund', maxAge: 300 })
 * ```
 */
export function validateRequirement(requirement: AccessRequirement): void {
  const unknown = Object.keys(requirement).find((name) => name !== 'maxAge' && !isHeldName(name))
  if (unknown === undefined) return
  throw new InputError({
    message: `There is no requirement \`${unknown}\`.`,
    fix: `Use ${[...Object.keys(held), 'maxAge'].join(', ')}.`,
  })
}

/**
 * Whether claims meet a requirement. Everything in it must hold; what says nothing that could be met
 * (`undefined`, an empty list, `NaN`) is not met, so that a missing setting never opens a door.
 *
 * @throws {InputError} for a requirement that does not exist, e.g. a misspelt one.
 * @example
 * ```ts
 * import { checkAccess, type SessionClaims } from '@latchkey/core'
 *
 * function mayRefund(claims: SessionClaims): boolean {
 *   const decision = checkAccess(claims, { permission: 'payments:refund', maxAge: 300 })
 *   return decision.status === 'ok'
 * }
 * ```
 */
export function checkAccess(
  claims: SessionClaims,
  requirement: AccessRequirement,
  { now = Date.now() }: { /** Milliseconds since the epoch. */ now?: number } = {},
): AccessDecision {
  validateRequirement(requirement)
  const reasons = Object.entries(requirement).flatMap(([name, wanted]) => {
    if (isHeldName(name)) return missing(name, held[name](claims), wanted)
    return tooOld(claims, wanted, now)
  })
  if (reasons.length === 0) return { status: 'ok' }
  const onlyTooOld = reasons.every(
    ({ wanted, requirement: name, missingClaim }) =>
      name === 'maxAge' && isAge(wanted) && missingClaim === undefined,
  )
  return { status: onlyTooOld ? 'reauthenticate' : 'forbidden', reasons }
}

function missing(
  name: keyof typeof held,
  values: readonly string[],
  wanted: unknown,
): AccessReason[] {
  const all: unknown[] = [wanted].flat()
  if (all.length === 0) return [reasonOf(name, undefined)]
  return all
    .filter((value) => typeof value !== 'string' || value === '' || !values.includes(value))
    .map((value) => reasonOf(name, value))
}

function tooOld({ authTime }: SessionClaims, maxAge: unknown, now: number): AccessReason[] {
  const reason = reasonOf('maxAge', maxAge)
  if (!isAge(maxAge)) return [reason]
  // Asked to sign in again, the person would come back with a token that says as little.
  if (authTime === undefined) return [{ ...reason, missingClaim: 'auth_time' }]
  const age = now / 1000 - authTime
  return age <= maxAge && age >= -CLOCK_TOLERANCE ? [] : [reason]
}

function isAge(value: unknown): value is number {
  return typeof value === 'number' && value >= 0
}

function isHeldName(name: string): name is keyof typeof held {
  return Object.hasOwn(held, name)
}

function reasonOf(requirement: keyof AccessRequirement, wanted: unknown): AccessReason {
  const known = typeof wanted === 'string' || typeof wanted === 'number'
  return { requirement, wanted: known ? wanted : undefined }
}
