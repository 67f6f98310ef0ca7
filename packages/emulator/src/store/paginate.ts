import type { Identified } from './collection.ts'

/** What a list may be asked for; `before` and `after` are ids of listed objects. */
export type PageQuery = {
  limit?: number | undefined
  before?: string | undefined
  after?: string | undefined
  order?: 'asc' | 'desc' | 'normal' | undefined
}

/** One page as the API sends it. */
export type Page<Item> = {
  object: 'list'
  data: Item[]
  list_metadata: { before: string | null; after: string | null }
}

/**
 * Cuts a page out of `items` (oldest first). `desc`, the default, lists the newest first; `normal`
 * does too, with the cursors the other way round. `before` gives the page that is adjacent.
 * A cursor that is not in the list gives an empty page.
 */
export function paginate<Item extends Identified>(
  items: readonly Item[],
  query: PageQuery,
): Page<Item> {
  const { limit = 10, order = 'desc' } = query
  const listed = order === 'asc' ? items : items.toReversed()
  const reversed = order === 'normal'
  const later = reversed ? query.before : query.after
  const earlier = reversed ? query.after : query.before

  const indexOf = (id: string) => listed.findIndex((item) => item.id === id)
  const start = later === undefined ? 0 : follow(indexOf(later), listed.length)
  const end = earlier === undefined ? listed.length : Math.max(indexOf(earlier), 0)
  const first = earlier !== undefined && later === undefined ? Math.max(start, end - limit) : start
  const data = listed.slice(first, Math.min(end, first + limit))

  const head = first > 0 ? (data[0]?.id ?? null) : null
  const tail = first + data.length < listed.length ? (data.at(-1)?.id ?? null) : null
  return {
    object: 'list',
    data,
    list_metadata: reversed ? { before: tail, after: head } : { before: head, after: tail },
  }
}

const follow = (index: number, length: number): number => (index === -1 ? length : index + 1)
