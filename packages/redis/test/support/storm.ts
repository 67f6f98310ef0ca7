/** What a request of a storm was answered. */
export interface StormAnswer {
  readonly status: number
  readonly body: string
  readonly setCookies: readonly string[]
}

/** Sends so many requests with one cookie at the same time, in turn to each of the addresses. */
export function storm({
  urls,
  cookie,
  count,
}: {
  urls: readonly string[]
  cookie: string
  count: number
}): Promise<readonly StormAnswer[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => ask(urls[index % urls.length] ?? '', cookie)),
  )
}

/** One request with a cookie. */
export async function ask(url: string, cookie: string): Promise<StormAnswer> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  return {
    status: response.status,
    body: await response.text(),
    setCookies: response.headers.getSetCookie(),
  }
}

/** How many answers there are of each status. */
export function statuses(answers: readonly StormAnswer[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** The session cookies that were deleted. */
export function deletions(answers: readonly StormAnswer[]): readonly string[] {
  return answers
    .flatMap(({ setCookies }) => setCookies)
    .filter((cookie) => /^wos-session=;|max-age=0|expires=thu, 01 jan 1970/i.test(cookie))
}

/** The `Cookie` header of a browser that kept what an answer set. */
export function cookieAfter({ setCookies }: StormAnswer, before: string): string {
  return setCookies[0]?.split(';')[0] ?? before
}
