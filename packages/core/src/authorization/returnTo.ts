/** A base that no product has: whatever still points at it after parsing is a path of ours. */
const NOWHERE = 'http://return-to.invalid'
/** Characters, encoded; sealed, it has to fit into a cookie. */
const LONGEST = 2048

/**
 * The path of this product that `value` names, query and hash included, or `/`. Whatever could
 * leave the product (other origins, `//host`, back-slashes, control characters, also when encoded)
 * becomes `/`; it never throws.
 *
 * @example
 * ```ts
 * import { safeReturnTo } from '@latchkey/core'
 *
 * safeReturnTo('/reports?year=2026') // '/reports?year=2026'
 * safeReturnTo('//evil.example') // '/'
 * ```
 */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST || !isPlainPath(value)) return '/'
  if (!URL.canParse(value, NOWHERE)) return '/'
  const { origin, pathname, search, hash } = new URL(value, NOWHERE)
  const path = pathname + search + hash
  return origin === NOWHERE && isPlainPath(pathname) && path.length <= LONGEST ? path : '/'
}

function isPlainPath(value: string): boolean {
  const path = /^[^?#]*/.exec(value)?.[0] ?? ''
  return looksPlain(value) && looksPlain(decoded(path))
}

function looksPlain(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URL parsers drop them, so they hide slashes
  return value.startsWith('/') && !value.startsWith('//') && !/[\\\u0000-\u001f\u007f]/.test(value)
}

/** Decoded until nothing changes, so that double encoding hides nothing. */
function decoded(path: string): string {
  try {
    const once = decodeURIComponent(path)
    return once === path ? path : decoded(once)
  } catch {
    return '\\'
  }
}
