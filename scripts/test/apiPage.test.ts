import { expect, it } from 'vitest'
import { apiPage, isApiPageCurrent } from '../docs/apiPage.ts'

it('names every operation of the contract, and is written down', async () => {
  expect(apiPage()).toMatch(
    /\| `workos\.users\.list` +\| `GET \/user_management\/users` +\| pages \|/,
  )
  expect(await isApiPageCurrent()).toBe(true)
})
