/** A compiled path pattern. */
export type PathPattern = readonly Segment[]

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'rest' }

/**
 * Compiles a path pattern: `/pricing`, `/blog/:slug` (one segment), `/docs/:path*` (any number, none
 * included). It means paths that are decoded.
 *
 * @throws {TypeError} for a pattern that is none of these.
 */
export function compilePattern(pattern: string): PathPattern {
  if (!pattern.startsWith('/')) throw new TypeError(`The path "${pattern}" must start with "/".`)
  return segmentsOf(pattern).map((text, index, all): Segment => {
    if (/^:\w+$/.test(text)) return { kind: 'any' }
    if (/^:\w+\*$/.test(text) && index === all.length - 1) return { kind: 'rest' }
    if (/[:*()?+]/.test(text)) {
      throw new TypeError(
        `The path "${pattern}" is not understood. Use /path, /path/:name or /path/:rest*.`,
      )
    }
    return { kind: 'literal', text: decodedOnce(text) }
  })
}

/** The same pattern for paths that were put into lower case. */
export function lowerCased(pattern: PathPattern): PathPattern {
  return pattern.map((segment) =>
    segment.kind === 'literal' ? { ...segment, text: segment.text.toLowerCase() } : segment,
  )
}

/** The same pattern for paths as they travel: what is not ASCII is encoded. */
export function encoded(pattern: PathPattern): PathPattern {
  return pattern.map((segment) =>
    segment.kind === 'literal' ? { ...segment, text: encodeURI(segment.text) } : segment,
  )
}

/** Whether a path is one that the pattern means. Empty segments do not count. */
export function matchesPattern(pattern: PathPattern, segments: readonly string[]): boolean {
  for (const [index, expected] of pattern.entries()) {
    if (expected.kind === 'rest') return true
    const actual = segments[index]
    if (actual === undefined) return false
    if (expected.kind === 'literal' && expected.text !== actual) return false
  }
  return pattern.length === segments.length
}

/** The segments of a path, without empty ones. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
