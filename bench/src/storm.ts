import type { RunningApp } from './pageApp.ts'
import type { World } from './world.ts'

/** What became of parallel requests with one expired session. */
export type Storm = {
  readonly requests: number
  /** Calls to WorkOS to refresh the session. */
  readonly refreshes: number
  /** Requests that got the page. */
  readonly served: number
  /** Answers that deleted the session's cookie. */
  readonly deletions: number
}

const requests = 100

/** Opens one page many times at once, as a browser with many tabs that wakes up does. */
export const storm = async (app: RunningApp, world: World): Promise<Storm> => {
  const cookie = `wos-session=${await world.expiredCookie()}`
  const before = world.refreshes()
  const responses = await Promise.all(
    Array.from({ length: requests }, () =>
      fetch(app.url, {
        headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate', cookie },
        redirect: 'manual',
      }),
    ),
  )
  const deletes = (response: Response): boolean =>
    response.headers
      .getSetCookie()
      .some((each) => each.startsWith('wos-session') && /Max-Age=0|01 Jan 1970/.test(each))
  await Promise.all(responses.map((response) => response.body?.cancel()))
  return {
    requests,
    refreshes: world.refreshes() - before,
    served: responses.filter(({ status }) => status === 200).length,
    deletions: responses.filter(deletes).length,
  }
}
