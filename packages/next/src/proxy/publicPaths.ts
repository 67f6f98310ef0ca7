/** Tells whether a path is open to everybody. */
export type PathMatcher = (pathname: string) => boolean

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'rest' }

/**
 * Compiles path patterns: `/pricing`, `/blog/:slug` (one segment), `/docs/:path*` (any number,
 * none included). A path that does not match to the letter is not public: encoded or differently
 * cased spellings stay protected, whatever the router would make of them.
 *
 * @throws {TypeError} for a pattern that is none of these.
 */
export function compilePublicPaths(patterns: readonly string[]): PathMatcher {
  const compiled = patterns.map(compile)
  return (pathname) => {
    const segments = segmentsOf(pathname)
    return compiled.some((pattern) => matches(pattern, segments))
  }
}

function compile(pattern: string): Segment[] {
  if (!pattern.startsWith('/')) {
    throw new TypeError(`publicPaths: "${pattern}" must start with "/".`)
  }
  return segmentsOf(pattern).map((text, index, all): Segment => {
    if (/^:\w+$/.test(text)) return { kind: 'any' }
    if (/^:\w+\*$/.test(text) && index === all.length - 1) return { kind: 'rest' }
    if (/[:*()?+]/.test(text)) {
      throw new TypeError(
        `publicPaths: "${pattern}" is not understood. Use /path, /path/:name or /path/:rest*.`,
      )
    }
    return { kind: 'literal', text }
  })
}

function matches(pattern: readonly Segment[], segments: readonly string[]): boolean {
  for (const [index, expected] of pattern.entries()) {
    if (expected.kind === 'rest') return true
    const actual = segments[index]
    if (actual === undefined) return false
    if (expected.kind === 'literal' && expected.text !== actual) return false
  }
  return pattern.length === segments.length
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}
