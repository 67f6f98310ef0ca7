import * as contract from '@latchkey/core/contract'

/** Every operation that core's contract declares. */
export function endpoints(): contract.Endpoint[] {
  return Object.values(contract)
    .filter((exported) => typeof exported === 'object' && exported !== null)
    .flatMap((exported) => Object.values(exported as object))
    .filter(isEndpoint)
}

function isEndpoint(value: unknown): value is contract.Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'success' in value
}
