/** A request as it went out. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Headers
  /** Text as it travelled; undefined where there was none. */
  readonly body: string | undefined
}

type Answer = Response | Error | 'silence' | ((request: Recorded) => Response)

/** A fetch that writes down what it is asked and answers from a list; the last answer stays. */
export function recordingFetch(...answers: readonly [Answer, ...Answer[]]) {
  const requests: Recorded[] = []
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    const request: Recorded = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : undefined,
    }
    const answer = answers[Math.min(requests.length, answers.length - 1)] as Answer
    requests.push(request)
    if (answer instanceof Error) throw answer
    if (answer === 'silence') return silenceUntil(init.signal)
    return typeof answer === 'function' ? answer(request) : answer.clone()
  }
  return { fetch, requests }
}

function silenceUntil(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}
