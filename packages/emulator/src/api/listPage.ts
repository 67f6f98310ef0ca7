import type { Identified } from '../store/collection.ts'
import { type Page, type PageQuery, paginate } from '../store/paginate.ts'

/** Cuts a page out of records, oldest first, and shows each as the API does. */
export function listPage<Item extends Identified, Shown>(
  items: readonly Item[],
  query: PageQuery,
  present: (item: Item) => Shown,
): Page<Shown> {
  const page = paginate(items, query)
  return { ...page, data: page.data.map(present) }
}
