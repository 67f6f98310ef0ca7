import { afterAll, describe, expect, test } from 'vitest'
import { paginate } from '../src/store/paginate.ts'
import { call } from './support/api.ts'
import { openEmulator } from './support/start.ts'

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))

describe('a page', () => {
  test.each([
    [{ limit: 2 }, 'ed', null, 'd'],
    [{ limit: 2, after: 'd' }, 'cb', 'c', 'b'],
    [{ limit: 2, after: 'b' }, 'a', 'a', null],
    [{ limit: 2, after: 'a' }, '', null, null],
    [{ limit: 2, before: 'a' }, 'cb', 'c', 'b'],
    [{ limit: 2, before: 'c' }, 'ed', null, 'd'],
    [{ limit: 2, before: 'd' }, 'e', null, 'e'],
    [{ limit: 2, before: 'e' }, '', null, null],
    [{ limit: 2, order: 'asc' }, 'ab', null, 'b'],
    [{ limit: 2, order: 'asc', after: 'b' }, 'cd', 'c', 'd'],
    [{ limit: 2, order: 'asc', before: 'e' }, 'cd', 'c', 'd'],
    [{ limit: 2, order: 'normal' }, 'ed', 'd', null],
    [{ limit: 2, order: 'normal', before: 'd' }, 'cb', 'b', 'c'],
    [{ limit: 2, order: 'normal', after: 'c' }, 'ed', 'd', null],
    [{ limit: 5 }, 'edcba', null, null],
    [{}, 'edcba', null, null],
    [{ limit: 2, after: 'unknown' }, '', null, null],
    [{ limit: 2, before: 'unknown' }, '', null, null],
  ] as const)('of %j', (query, ids, before, after) => {
    const page = paginate(items, query)
    expect(page.data.map(({ id }) => id).join('')).toBe(ids)
    if (ids !== '') expect(page.list_metadata).toEqual({ before, after })
  })
})

describe('a list of the API', () => {
  const path = '/user_management/users'
  const opened = openEmulator()
  afterAll(async () => (await opened).close())

  test('is walked to its end and back', async () => {
    const emulator = await opened
    const walk = async (direction: 'after' | 'before', from = '') => {
      const seen: string[][] = []
      for (let cursor: string | null = from; cursor !== null; ) {
        const query: string = cursor === '' ? '' : `&${direction}=${cursor}`
        const { body } = await call(emulator, 'GET', `${path}?limit=5${query}`)
        seen.push(body.data.map(({ id }: { id: string }) => id))
        cursor = body.list_metadata[direction]
      }
      return seen
    }
    const forward = await walk('after')
    expect(forward.map(({ length }) => length)).toEqual([5, 5, 5, 1])
    expect(new Set(forward.flat()).size).toBe(16)
    const backward = await walk('before', forward.at(-1)?.[0])
    expect(backward.reverse().flat()).toEqual(forward.slice(0, -1).flat())
  })

  test.each(['limit=0', 'limit=101', 'limit=many', 'limit=', 'order=sideways'])(
    'refuses %s',
    async (query) => {
      expect((await call(await opened, 'GET', `${path}?${query}`)).status).toBe(422)
    },
  )

  test('has ten objects unless told otherwise', async () => {
    expect((await call(await opened, 'GET', path)).body.data).toHaveLength(10)
  })
})
