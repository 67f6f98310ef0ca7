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
    return await read()
  } catch (cause) {
    if (isUseCacheMisuse(cause)) throw new UseCacheError(helper, { cause })
    throw cause
  }
}
