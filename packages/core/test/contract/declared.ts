import { z } from 'zod'
import * as contract from '../../src/contract/index.ts'
import { type Facts, factsOf, type JsonSchema } from './facts.ts'
import { keyOf, type Operation } from './openApi.ts'

/** Every operation that the contract declares. */
export function declaredOperations(): Operation[] {
  return endpoints().map(({ method, path, query, body, result }) => ({
    key: keyOf(method, path),
    query: facts(query),
    body: facts(body),
    result: facts(result),
  }))
}

/** Every endpoint in the contract's exports. */
export function endpoints(): contract.Endpoint[] {
  return Object.values(contract)
    .filter((exported) => typeof exported === 'object' && exported !== null)
    .flatMap((exported) => Object.values(exported))
    .filter(isEndpoint)
}

function isEndpoint(value: unknown): value is contract.Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'success' in value
}

function facts(schema: z.ZodType | undefined): Facts {
  if (!schema) return new Map()
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  return factsOf(json as JsonSchema, (reference) => {
    throw new Error(`${reference} was not written out`)
  })
}
