import { expect, it } from 'vitest'
import { differences } from '../check/exports.ts'

it('names every export and entry point that came or went', () => {
  const before = { '@a/b': ['auth', 'kept'], '@a/b/old': ['x'] }
  const after = { '@a/b': ['kept', 'session'], '@a/b/new': [] }
  expect(differences(before, after)).toEqual([
    'gone: auth from @a/b',
    'gone: entry point @a/b/old',
    'gone: x from @a/b/old',
    'new: session from @a/b',
    'new: entry point @a/b/new',
  ])
  expect(differences(before, before)).toEqual([])
})
