'use server'

/** Guarded by the proxy alone, so that whoever gets past it is seen. */
export async function act(): Promise<string> {
  return 'Bytes of the freshly signed in'
}
