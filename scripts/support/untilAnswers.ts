import { setTimeout as pause } from 'node:timers/promises'

/**
 * Resolves once the address answers with a status below 500, asking again after 50 ms at first and
 * ever more slowly after that, up to half a second. Rejects when the signal says so.
 */
export const untilAnswers = async (url: string, signal: AbortSignal): Promise<void> => {
  for (let wait = 50; ; wait = Math.min(wait * 1.5, 500)) {
    signal.throwIfAborted()
    const response = await fetch(url, { signal, redirect: 'manual' }).catch(() => undefined)
    await response?.body?.cancel()
    if (response !== undefined && response.status < 500) return
    await pause(wait, undefined, { signal })
  }
}
