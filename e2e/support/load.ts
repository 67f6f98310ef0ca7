import { actionId } from './actionId.ts'
import { ask, type Way } from './ask.ts'
import type { World } from './world.ts'

/** Where each way of asking leads in the guarded application. */
const paths: Record<Way, string> = { document: '/members', data: '/api/me', action: '/notes' }

/** One answer, read to its end. */
export interface Answer {
  readonly way: Way
  readonly response: Response
  readonly text: string
}

/** Asks many times at once, for pages, data and actions in turn. */
export async function load({
  world,
  cookies,
  requests,
}: {
  world: World
  /** Taken in turn. */
  cookies: readonly string[]
  requests: number
}): Promise<Answer[]> {
  const action = await actionId(new URL('../apps/guarded/', import.meta.url), 'app/notes/page')
  const ways: readonly Way[] = ['document', 'data', 'action']
  const one = async (index: number): Promise<Answer> => {
    const way = ways[Math.floor(index / cookies.length) % ways.length] ?? 'document'
    const response = await ask({
      way,
      url: world.app.url + paths[way],
      cookie: cookies[index % cookies.length] ?? '',
      ...(way === 'action' && { action }),
    })
    return { way, response, text: await response.text() }
  }
  return Promise.all(Array.from({ length: requests }, (_, index) => one(index)))
}
