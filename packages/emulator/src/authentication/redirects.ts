import type { RedirectRecord } from '../store/records.ts'

/** A registered address, taken apart; `*` may stand for a port or for part of the first label. */
type Pattern = { protocol: string; host: string; port: string; rest: string }

const loopback = ['localhost', '127.0.0.1', '[::1]']
const shape = /^([a-z][a-z0-9+.-]*:)\/\/(\[[^\]]+\]|[^/?#:@]*)(?::(\*|\d+))?([/?#].*)?$/i

/**
 * Says what keeps a registered address from being one, or nothing when it is good. A wildcard is
 * allowed for the port of a loopback host, and once in the left-most of at least three labels.
 */
export function redirectProblem(uri: string): string | undefined {
  const pattern = parse(uri)
  if (!pattern) return 'it is not an absolute URL'
  const { host, port, rest } = pattern
  if (rest.includes('#')) return 'it has a fragment'
  if (rest.includes('*')) return 'a wildcard may not stand in the path or query'
  if (port === '*' && !loopback.includes(host)) {
    return 'a wildcard port is for localhost and loopback addresses only'
  }
  const [first = '', ...others] = host.split('.')
  if (others.some((label) => label.includes('*'))) return 'a wildcard is for the first label only'
  if (first.split('*').length > 2) return 'it has more than one wildcard'
  if (first.includes('*') && others.length < 2) return 'a wildcard may not cover a whole domain'
  return undefined
}

/** Whether a browser may be sent to `uri`: it equals a registered address or fits its wildcard. */
export function isRegistered(
  redirects: readonly Pick<RedirectRecord, 'uri'>[],
  uri: string,
): boolean {
  return redirects.some((registered) => matches(registered.uri, uri))
}

function matches(registered: string, uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const wanted = new URL(uri)
  if (wanted.username || wanted.password || uri.includes('#')) return false
  if (!registered.includes('*')) return new URL(registered).href === wanted.href

  const pattern = parse(registered)
  if (!pattern) return false
  return (
    pattern.protocol === wanted.protocol &&
    (pattern.port === '*' || pattern.port === wanted.port) &&
    hostMatches(pattern.host, wanted.hostname) &&
    withSlash(pattern.rest) === `${wanted.pathname}${wanted.search}`
  )
}

function hostMatches(pattern: string, host: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return pattern === host
  if (!host.startsWith(before) || !host.endsWith(after)) return false
  const covered = host.slice(before.length, host.length - after.length)
  return /^[a-z0-9-]+$/.test(covered)
}

function parse(uri: string): Pattern | undefined {
  const [, protocol, host, port, rest] = shape.exec(uri) ?? []
  if (!protocol || host === undefined) return undefined
  return {
    protocol: protocol.toLowerCase(),
    host: host.toLowerCase(),
    port: port ?? '',
    rest: rest ?? '',
  }
}

const withSlash = (rest: string): string => (rest.startsWith('/') ? rest : `/${rest}`)
