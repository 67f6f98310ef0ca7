import { expect, test } from 'vitest'
import { endpoints } from '../support/endpoints.ts'
import { findOperation } from '../support/openApi/document.ts'

test('the contract declares the success that WorkOS’s document describes', () => {
  const wrong = endpoints().filter(({ method, path, success }) => {
    const operation = findOperation(method, path)
    if (!operation) return false
    const documented = Object.entries(operation.responses).filter(([status]) => status < '400')
    // Where several are listed, one has a body and the others are what a framework adds. Addresses
    // that browsers are sent to answer with a redirect.
    const described = documented.filter(([status, { content }]) => content || status === '302')
    const right = described.length > 0 ? described : documented
    return !right.some(([status]) => status === String(success))
  })
  expect(wrong.map(({ method, path, success }) => `${method} ${path} ${success}`)).toEqual([])
})
