/** What a collection holds: values with an id, replaced and never changed in place. */
export interface Identified {
  readonly id: string
}

/** A change that must outlive the process; `value` is absent when the record was deleted. */
export type Change = { collection: string; id: string; value?: Identified }

/** One record before and after a change: there is nothing before it is made and after it is deleted. */
export type Transition<Item> = { before: Item | null; after: Item } | { before: Item; after: null }

/** Records of one kind, in the order in which they were made. */
export interface Collection<Item extends Identified> {
  get(id: string): Item | undefined
  /** Every record, oldest first. */
  all(): Item[]
  find(matches: (item: Item) => boolean): Item | undefined
  filter(matches: (item: Item) => boolean): Item[]
  insert(item: Item): Item
  /** Replaces the given fields of a record that exists; throws for one that does not. */
  update(id: string, fields: Partial<Omit<Item, 'id'>>): Item
  delete(id: string): void
  /** Holds these records instead of those it held. Nothing happened: nobody hears of it. */
  replace(items: Iterable<Item>): void
}

/** A collection in memory: `changed` hears what to keep, `happened` what came about. */
export function createCollection<Item extends Identified>(options: {
  name: string
  initial: Iterable<Item>
  changed: (change: Change) => void
  happened: (transition: Transition<Item>) => void
}): Collection<Item> {
  const { name, changed, happened } = options
  const items = new Map<string, Item>()
  for (const item of options.initial) items.set(item.id, item)

  const put = (item: Item): Item => {
    items.set(item.id, item)
    changed({ collection: name, id: item.id, value: item })
    return item
  }
  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    find: (matches) => {
      for (const item of items.values()) if (matches(item)) return item
      return undefined
    },
    filter: (matches) => [...items.values()].filter(matches),
    insert: (item) => {
      if (items.has(item.id)) throw new Error(`${name} already holds ${item.id}.`)
      put(item)
      happened({ before: null, after: item })
      return item
    },
    update: (id, fields) => {
      const item = items.get(id)
      if (!item) throw new Error(`${name} holds no ${id}.`)
      const updated = put({ ...item, ...fields })
      happened({ before: item, after: updated })
      return updated
    },
    delete: (id) => {
      const item = items.get(id)
      if (!item) return
      items.delete(id)
      changed({ collection: name, id })
      happened({ before: item, after: null })
    },
    replace: (others) => {
      // Deleted first, so that they are kept in their own order.
      for (const id of items.keys()) changed({ collection: name, id })
      items.clear()
      for (const item of others) put(item)
    },
  }
}
