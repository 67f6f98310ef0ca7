import { headers } from 'next/headers.js'
import { isUseCacheMisuse, UseCacheError } from './useCacheError.ts'

/** The headers of the current request. Everything else that Next throws there is a signal of its own. */
export async function requestHeaders(): Promise<Awaited<ReturnType<typeof headers>>> {
  try {
    return await headers()
  } catch (cause) {
    if (isUseCacheMisuse(cause)) throw new UseCacheError({ cause })
    throw cause
  }
}
