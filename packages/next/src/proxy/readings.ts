import { segmentsOf } from './pathPattern.ts'

/** Paths that can be read in one way only. */
const PLAIN = /^(?:\/[a-z0-9_-]+)*\/?$/

/** More layers of encoding than this are not undone: nothing behind a proxy undoes as many. */
const MAX_LAYERS = 4

/** What Next appends to a page's path for its data: `.rsc`, and the segments of a prefetch. */
const RSC_SUFFIX = /(?:\.prefetch)?\.rsc$|\.segments\/.*$/i

/** Data of the Pages Router. */
const DATA_PATH = /^\/_next\/data\/[^/]+(\/.*?)(?:\.json)?$/i

/**
 * Every way in which a router could read a path, as lists of segments, the literal one first:
 * decoded, without the suffixes under which Next serves a page's data, without `;parameters`, with
 * back-slashes as slashes, and with dots resolved. Rules that protect hold when they match any of
 * them; a path is public only when all of them are.
 */
export function readingsOf(pathname: string): readonly (readonly string[])[] {
  if (PLAIN.test(pathname)) return [segmentsOf(pathname)]
  const readings = new Map<string, readonly string[]>()
  const add = (segments: readonly string[]) => readings.set(JSON.stringify(segments), segments)
  for (const path of withoutData(pathname)) {
    add(segmentsOf(path))
    for (const layer of layersOf(path)) {
      // A router decodes what it has split, or splits what it has decoded.
      add(segmentsOf(path).map((segment) => layersOf(segment).at(-1) ?? segment))
      for (const plain of withoutData(layer.replaceAll('\\', '/'))) {
        const segments = segmentsOf(plain)
        const bare = segments.map((segment) => segment.replace(/;.*$/, '')).filter(Boolean)
        for (const each of [segments, bare, resolved(segments), resolved(bare)]) add(each)
      }
    }
  }
  return [...readings.values()]
}

function withoutData(path: string): readonly string[] {
  const page = path.replace(RSC_SUFFIX, '').replace(DATA_PATH, '$1')
  // The data of `/` are those of `/index`.
  return page === path ? [path] : [path, page, page.replace(/\/index$/i, '/')]
}

/** The path decoded once, twice, and so on, as long as that changes it. */
function layersOf(path: string): readonly string[] {
  const layers = [path]
  while (layers.length <= MAX_LAYERS) {
    const last = layers[layers.length - 1] ?? ''
    const next = decoded(last)
    if (next === last) break
    layers.push(next)
  }
  return layers
}

/** Decodes what is well-formed and leaves the rest, as lenient decoders do. */
function decoded(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

function resolved(segments: readonly string[]): string[] {
  const path: string[] = []
  for (const segment of segments) {
    if (segment === '..') path.pop()
    else if (segment !== '.') path.push(segment)
  }
  return path
}
