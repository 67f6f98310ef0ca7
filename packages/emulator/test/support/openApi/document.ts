import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { inject } from 'vitest'

/** What the document says of one operation's answers, by status. */
type Responses = Record<string, { content?: Record<string, { schema?: unknown }> }>

/** An OpenAPI document, as far as it is read here. */
type OpenApi = { paths: Record<string, Record<string, { responses?: Responses }>> }

/** One operation of the document. */
export type Operation = { method: string; path: string; responses: Responses }

const parametersIn = (path: string): number => path.split('{').length - 1

const document = JSON.parse(inject('openApi')) as OpenApi
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
addFormats.default(ajv)
ajv.addSchema({ $id: 'https://workos.test/openapi', ...document })

const operations: Operation[] = Object.entries(document.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses = {} }]) => ({
      method: method.toUpperCase(),
      path,
      responses,
    })),
  )
  // `/users/external_id/{id}` before `/users/{id}/…`: what is spelled out comes first.
  .sort((a, b) => parametersIn(a.path) - parametersIn(b.path))

const validators = new Map<string, ValidateFunction>()

/** The operation that a request asks for, if WorkOS's document knows it. */
export function findOperation(method: string, pathname: string): Operation | undefined {
  return operations.find((operation) => operation.method === method && fits(operation, pathname))
}

/** The validator of an answer's body; nothing where the document says nothing of it. */
export function bodyValidator(
  { method, path, responses }: Operation,
  status: number,
): ValidateFunction | undefined {
  const [type, content] = Object.entries(responses[status]?.content ?? {})[0] ?? []
  if (type === undefined || content?.schema === undefined) return undefined
  const pointer = [
    'paths',
    path,
    method.toLowerCase(),
    'responses',
    status,
    'content',
    type,
    'schema',
  ]
    .map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')
  const known = validators.get(pointer)
  if (known) return known
  const validate = ajv.compile({ $ref: `https://workos.test/openapi#/${pointer}` })
  validators.set(pointer, validate)
  return validate
}

function fits({ path }: Operation, pathname: string): boolean {
  const wanted = path.split('/')
  const given = pathname.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  )
}
