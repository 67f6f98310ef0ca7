import type { ErrorObject } from 'ajv'
import { bodyValidator, findOperation } from './document.ts'

/** A request and its answer. */
export type Exchange = { method: string; url: string; status: number; body: unknown }

/**
 * In what an answer differs from WorkOS's document, one line each: `GET /users/{} 418 undocumented`
 * for a status, `GET /users/{} 400 some_code undocumented` for an error that is none of those listed,
 * and `GET /users/{} 200 /name must be string` for a body. Addresses that the document does not know
 * differ in nothing.
 */
export function differencesOf({ method, url, status, body }: Exchange): string[] {
  const operation = findOperation(method, new URL(url).pathname)
  if (!operation) return []
  const where = `${method} ${operation.path.replaceAll(/\{\w+\}/g, '{}')} ${status}`
  if (!operation.responses[status]) return [`${where} undocumented`]
  const validate = bodyValidator(operation, status)
  if (!validate || validate(body)) return []
  const code = errorCodeOf(body)
  if (status >= 400 && code !== undefined) return [`${where} ${code} undocumented`]
  return [...new Set((validate.errors ?? []).map((error) => `${where} ${said(error)}`))]
}

/** Which element of a list it was does not matter. */
const said = ({ instancePath, message }: ErrorObject): string =>
  `${instancePath.replaceAll(/\/\d+/g, '[]') || '/'} ${message}`

function errorCodeOf(body: unknown): string | undefined {
  const { code, error } = (body ?? {}) as { code?: unknown; error?: unknown }
  return [code, error].find((each) => typeof each === 'string')
}
