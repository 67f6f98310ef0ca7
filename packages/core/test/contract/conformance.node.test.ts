import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { declaredOperations } from './declared.ts'
import { differencesBetween } from './differences.ts'
import { type Entry, ledger } from './ledger.ts'
import { newer } from './newer.ts'
import { type OpenApi, type Operation, operationsOf } from './openApi.ts'

const file = createRequire(import.meta.url).resolve('@workos/openapi-spec')
const document = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }) as OpenApi

const byKey = (operations: readonly Operation[]) =>
  new Map(operations.map((operation) => [operation.key, operation]))
const documented = byKey(operationsOf(document))
const declared = byKey(declaredOperations())

/** Every line in which the contract and the document disagree, in both directions. */
const found = [
  ...[...documented.keys()].filter((key) => !declared.has(key)),
  ...[...declared.keys()].filter((key) => !documented.has(key)),
  ...[...declared.values()].flatMap((ours) => {
    const theirs = documented.get(ours.key)
    return theirs ? differencesBetween(ours, theirs) : []
  }),
]

const matches = (pattern: string, line: string) =>
  new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(line)

const patternsOf = (entries: readonly Entry[]) => entries.flatMap(({ where }) => where)

describe('the contract and WorkOS’s OpenAPI document', () => {
  it('describe the same API', () => {
    expect(documented.size).toBe(170)
    expect(declared.size).toBeGreaterThan(documented.size)
  })

  it('differ only where a reason is written down', () => {
    const known = patternsOf([...ledger, ...newer])
    expect(found.filter((line) => !known.some((pattern) => matches(pattern, line)))).toEqual([])
  })

  it.each([
    ['ledger', ledger],
    ['list of what is newer', newer],
  ])('need every entry of the %s', (_, entries) => {
    const stale = patternsOf(entries).filter(
      (pattern) => !found.some((line) => matches(pattern, line)),
    )
    expect(stale).toEqual([])
  })

  it('cannot declare an operation twice', () => {
    const keys = declaredOperations().map(({ key }) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})
