/** One request as the log tells it: no query, no headers, no bodies, so no secrets. */
export type LoggedRequest = {
  /** ISO 8601, by the emulator's clock. */
  time: string
  method: string
  path: string
  status: number
  /** The grant, for requests to the token endpoint. */
  grantType?: string
}

/** The latest requests, oldest first. */
export type RequestLog = {
  add(request: LoggedRequest): void
  list(): LoggedRequest[]
  clear(): void
}

const capacity = 1000

/** A log that forgets its oldest entries. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = []
  return {
    add: (request) => {
      entries.push(request)
      if (entries.length > capacity * 2) entries = entries.slice(-capacity)
    },
    list: () => entries.slice(-capacity),
    clear: () => {
      entries = []
    },
  }
}
