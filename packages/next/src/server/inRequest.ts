import * as nextCache from 'next/cache.js'
import { isUseCacheMisuse, UseCacheError } from './useCacheError.ts'

/**
 * What Next says of the current request, e.g. its headers, for a helper of ours. Everything but
 * "there is no request inside a cache" that Next throws there is a signal of its own.
 */
export async function inRequest<Value>(
  helper: string,
  read: () => Promise<Value>,
): Promise<Awaited<Value>> {
  try {
    const value = await read()
    await beyondPrerendering()
    return value
  } catch (cause) {
    if (isUseCacheMisuse(cause)) throw new UseCacheError(helper, { cause })
    throw cause
  }
}

/**
 * Prefetches are rendered with the request's cookies, but up to where the clock is read: whether a
 * token is over is decided when the page is. Next before 16.3 has neither.
 */
async function beyondPrerendering(): Promise<void> {
  const { io }: { readonly io?: () => Promise<void> } = nextCache
  await io?.()
}
