import { ApiResponseError, InputError } from '../errors.ts'

/** One page of a list, as far as following it needs to know. */
export interface Page<Item> {
  readonly data: readonly Item[]
  readonly listMetadata: {
    readonly before?: string | null | undefined
    readonly after?: string | null | undefined
  }
}

/** A list: awaited it is one page, iterated it is every object of every page. */
export interface List<Item, OnePage> extends Promise<OnePage>, AsyncIterable<Item> {}

type Query = Readonly<Record<string, unknown>>

/** The most that WorkOS puts on a page. */
const LARGEST_PAGE = 100

/**
 * Makes a list of a function that reads one page. Nothing is read before somebody awaits it or
 * begins to iterate.
 */
export function listFrom<Item, OnePage extends Page<Item>>(
  input: Query,
  read: (query: Query) => Promise<OnePage>,
): List<Item, OnePage> {
  let page: Promise<OnePage> | undefined
  const first = () => {
    page ??= read(input)
    return page
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: awaiting a list is what reads it
    then: (onFulfilled, onRejected) => first().then(onFulfilled, onRejected),
    catch: (onRejected) => first().catch(onRejected),
    finally: (onFinally) => first().finally(onFinally),
    [Symbol.toStringTag]: 'List',
    [Symbol.asyncIterator]: () => everyItem(input, read),
  }
}

async function* everyItem<Item>(
  input: Query,
  read: (query: Query) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  // WorkOS's `normal` order reverses the meaning of the cursors.
  const [forwards, backwards] =
    input.order === 'normal' ? (['before', 'after'] as const) : (['after', 'before'] as const)
  if (input[backwards] !== undefined) {
    throw new InputError({
      message: `A list with \`${backwards}\` cannot be iterated, because it has no direction.`,
      fix: `Leave \`${backwards}\` out, or await the list to read one page.`,
    })
  }
  let query: Query = { limit: LARGEST_PAGE, ...input }
  while (true) {
    const { data, listMetadata } = await read(query)
    yield* data
    const cursor = listMetadata[forwards]
    if (cursor === null || cursor === undefined) return
    if (cursor === query[forwards]) throw standingStill(forwards)
    query = { ...query, [forwards]: cursor }
  }
}

function standingStill(cursor: string): ApiResponseError {
  return new ApiResponseError(
    { path: `list_metadata.${cursor}`, requestId: undefined },
    {
      message: 'WorkOS answered with the cursor that it was asked with; the list would never end.',
      fix: 'Report this to WorkOS support.',
    },
  )
}
