/** Sends one request to the control API; the answer's body is what it says it is. */
export type ControlRequest = <Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  options?: { query?: Record<string, string | undefined>; body?: unknown },
) => Promise<Answer>

/** Speaks with the control API of one environment. */
export function controlRequest(where: { url: string; apiKey: string }): ControlRequest {
  return async <Answer>(
    method: string,
    path: string,
    options: { query?: Record<string, string | undefined>; body?: unknown } = {},
  ) => {
    const address = new URL(`/_emulator/${path}`, where.url)
    for (const [name, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) address.searchParams.set(name, value)
    }
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${where.apiKey}`, 'content-type': 'application/json' },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    })
    const text = await response.text()
    const body = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) {
      throw new Error(`The emulator refused ${method} ${address.pathname}: ${body?.message}`)
    }
    return body as Answer
  }
}
