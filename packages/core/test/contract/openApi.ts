import { type Facts, factsOf, type JsonSchema } from './facts.ts'

/** One operation, in the same words whether WorkOS describes it or we do. */
export interface Operation {
  /** Method and path; parameters are `{}`, because their names do not travel. */
  readonly key: string
  readonly query: Facts
  readonly body: Facts
  readonly result: Facts
}

/** An OpenAPI document, as far as it is read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

interface OpenApiOperation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** A method and path without the names of parameters. */
export function keyOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`
}

/** Every operation of a document. */
export function operationsOf({ paths, components }: OpenApi): Operation[] {
  const resolve = (reference: string) => {
    const schema = components.schemas[reference.replace('#/components/schemas/', '')]
    if (!schema) throw new Error(`${reference} is not in the document`)
    return schema
  }
  const facts = (schema: JsonSchema | undefined): Facts =>
    schema ? factsOf(schema, resolve) : new Map()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        key: keyOf(method, path),
        query: facts(queryOf(operation)),
        body: facts(schemaOf(operation.requestBody?.content)),
        result: facts(resultOf(operation)),
      })),
  )
}

function queryOf({ parameters = [] }: OpenApiOperation): JsonSchema {
  const query = parameters.filter((parameter) => parameter.in === 'query')
  return {
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  }
}

/** The first success that says something; lists are written there as two halves of one object. */
function resultOf({ responses }: OpenApiOperation): JsonSchema | undefined {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const schema = successes.map(([, { content }]) => schemaOf(content)).find(Boolean)
  const [page, items] = schema?.allOf ?? []
  return page?.properties?.list_metadata && items?.properties?.data
    ? {
        properties: { ...page.properties, ...items.properties },
        required: ['object', 'data', 'list_metadata'],
      }
    : schema
}

function schemaOf(content: Content = {}): JsonSchema | undefined {
  return Object.values(content)[0]?.schema
}
