import { differencesOf } from './differences.ts'
import { isKnown } from './known.ts'

type Fetch = (request: Request) => Promise<Response>

/**
 * A `fetch` that throws when an answer differs from WorkOS's document in a way that the ledger does
 * not know. Every difference is told to `tell`, known or not.
 */
export const checkedFetch =
  (fetch: Fetch, tell: (line: string) => void = () => {}): Fetch =>
  async (request) => {
    const { method, url } = request
    const response = await fetch(request)
    const type = response.headers.get('content-type') ?? ''
    // No document describes pages for people.
    if (type.startsWith('text/html')) return response
    const text = await response.clone().text()
    const body: unknown = type.startsWith('application/json') ? JSON.parse(text) : undefined
    if (isFault(response.status, body)) return response
    const lines = differencesOf({ method, url, status: response.status, body })
    for (const line of lines) tell(line)
    const unknown = lines.filter((line) => !isKnown(line))
    if (unknown.length > 0) throw new Error(`${unknown.join('\n')}\n${text}`)
    return response
  }

/** Errors that a test has ordered; those of the emulator's own making are not among them. */
function isFault(status: number, body: unknown): boolean {
  const { code } = (body ?? {}) as { code?: unknown }
  return status >= 500 && status !== 501 && code !== 'emulator_error'
}
