import type { CookieChange } from '@latchkey/core'
import { cookies } from 'next/headers.js'

/** Writes cookie changes through Next, where a response is not ours to make. */
export async function writeCookies(changes: readonly CookieChange[]): Promise<void> {
  if (changes.length === 0) return
  const store = await cookies()
  for (const change of changes) {
    const { domain, ...attributes } = change.attributes
    store.set({
      ...attributes,
      ...(domain !== undefined && { domain }),
      name: change.name,
      value: change.kind === 'set' ? change.value : '',
      maxAge: change.kind === 'set' ? attributes.maxAge : 0,
      httpOnly: true,
    })
  }
}
