import { type AccessRequirement, validateRequirement } from '@latchkey/core'
import {
  compilePattern,
  encoded,
  lowerCased,
  matchesPattern,
  type PathPattern,
  segmentsOf,
} from './pathPattern.ts'
import { readingsOf } from './readings.ts'
import { pagesOf, type Unauthenticated } from './unauthenticated.ts'

/**
 * What some paths need beyond a session. Every rule that matches a path applies, also when the
 * path is spelled otherwise (case, encoding, `.rsc`, …) and when it is listed as public.
 */
export interface AccessRule {
  /** `/admin`, `/team/:id` (one segment), `/admin/:path*` (any number, none included). */
  readonly path: string
  /** What the session must have: all of it, and of lists every entry. */
  readonly require?: AccessRequirement
  /** Where the signed-out are sent from here, if elsewhere than from other paths. */
  readonly unauthenticated?: Unauthenticated
  /**
   * Whether revocations are looked up anew for requests here, for one round trip to where they are
   * kept. One strict rule makes a request strict, whatever other rules say.
   */
  readonly strict?: boolean
}

/** What a path needs. */
export type Access =
  | { readonly kind: 'public'; readonly strict: boolean }
  | {
      readonly kind: 'protected'
      readonly strict: boolean
      /** All of them; none means a session and nothing more. */
      readonly requirements: readonly AccessRequirement[]
      readonly unauthenticated: Unauthenticated
    }

/** What the proxy is told about paths. */
export interface AccessOptions {
  readonly publicPaths: readonly string[]
  readonly rules: readonly AccessRule[]
  readonly unauthenticated: Unauthenticated
}

/**
 * Compiles what is public and what is ruled into one answer for a path. What neither names is
 * protected; so is what is spelled otherwise than a public path.
 *
 * @throws {TypeError} for a path pattern or a rule that is not understood.
 * @throws {InputError} for a requirement that does not exist.
 */
export function compileAccess(options: AccessOptions): (pathname: string) => Access {
  const rules = options.rules.map(compileRule)
  const open = options.publicPaths.map(compilePattern)
  const openAsSent = open.map(encoded)
  const targets = [options, ...options.rules].flatMap(({ unauthenticated }) =>
    pagesOf(unauthenticated).map((path) => encoded(compilePattern(path))),
  )
  const isOneOf = (patterns: readonly PathPattern[], segments: readonly string[]) =>
    patterns.some((pattern) => matchesPattern(pattern, segments))

  return (pathname) => {
    const sent = segmentsOf(pathname)
    if (isOneOf(targets, sent)) return { kind: 'public', strict: false }
    const readings = readingsOf(pathname)
    const lower = rules.length === 0 ? [] : readings.map(lowerSegments)
    const ruled = rules.filter(({ pattern }) =>
      lower.some((segments) => matchesPattern(pattern, segments)),
    )
    const isRequired = ruled.some(({ rule }) => rule.require !== undefined)
    const strict = ruled.some(({ rule }) => rule.strict === true)
    const isOpen =
      isOneOf(openAsSent, sent) &&
      readings.every((segments) => isOneOf(open, segments) || isOneOf(openAsSent, segments))
    if (isOpen && !isRequired) return { kind: 'public', strict }
    return {
      kind: 'protected',
      strict,
      requirements: ruled.flatMap(({ rule }) => rule.require ?? []),
      unauthenticated:
        ruled.find(({ rule }) => rule.unauthenticated)?.rule.unauthenticated ??
        options.unauthenticated,
    }
  }
}

interface CompiledRule {
  readonly rule: AccessRule
  readonly pattern: PathPattern
}

const RULE_NAMES: ReadonlySet<string> = new Set<keyof AccessRule>([
  'path',
  'require',
  'unauthenticated',
  'strict',
])

/** Rules are held against every reading of a path, in lower case. */
function compileRule(rule: AccessRule): CompiledRule {
  const unknown = Object.keys(rule).find((name) => !RULE_NAMES.has(name))
  if (unknown !== undefined) {
    throw new TypeError(
      `The rule for "${rule.path}" has \`${unknown}\`, which no rule has. What a session must have stands in \`require\`.`,
    )
  }
  if (rule.require) validateRequirement(rule.require)
  return { rule, pattern: lowerCased(compilePattern(rule.path)) }
}

function lowerSegments(segments: readonly string[]): string[] {
  return segments.map((segment) => segment.toLowerCase())
}
