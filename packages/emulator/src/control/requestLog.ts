import { pathPattern } from './pathPattern.ts'

/** What a refused request was told; of the body no more than that, as the rest can hold tokens. */
export type RequestRefusal = { code?: string; message: string }

/** One request as the log tells it: no query, no headers, no bodies, so no secrets. */
export type LoggedRequest = {
  /** ISO 8601, by the emulator's clock. */
  time: string
  method: string
  path: string
  /** 0 when the connection was cut instead of an answer. */
  status: number
  /** Milliseconds until the answer, by the machine's clock. */
  duration: number
  /** What a refusal said, for requests to the API. */
  error?: RequestRefusal
  /** The grant, for requests to the token endpoint. */
  grantType?: string
  /** The fault that decided the answer or delayed it. */
  fault?: string
}

/** Which requests to list; everything given must fit. */
export type RequestFilter = {
  method?: string | undefined
  /** `*` stands for anything within a segment, `**` for anything at all. */
  path?: string | undefined
  status?: number | undefined
  grantType?: string | undefined
}

/** The latest requests, oldest first. */
export type RequestLog = {
  add(request: LoggedRequest): void
  list(filter?: RequestFilter): LoggedRequest[]
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
    list: (filter = {}) => entries.slice(-capacity).filter(fits(filter)),
    clear: () => {
      entries = []
    },
  }
}

function fits(filter: RequestFilter): (request: LoggedRequest) => boolean {
  const method = filter.method?.toUpperCase()
  const matchesPath = filter.path === undefined ? () => true : pathPattern(filter.path)
  return (request) =>
    (method === undefined || request.method === method) &&
    (filter.status === undefined || request.status === filter.status) &&
    (filter.grantType === undefined || request.grantType === filter.grantType) &&
    matchesPath(request.path)
}
