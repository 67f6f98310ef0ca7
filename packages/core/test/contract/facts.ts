/** JSON Schema, as far as OpenAPI documents and zod use it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
}

/** What is said about one place of a body. */
export interface Fact {
  readonly required: boolean
  readonly nullable: boolean
  /** Known values, sorted; none where anything goes. */
  readonly values: readonly string[]
  /** Whether fields that are not listed may stand here. */
  readonly open: boolean
}

/** What a schema says about every place in it, by path: `data[].user.email`. */
export type Facts = ReadonlyMap<string, Fact>

type Resolve = (reference: string) => JsonSchema

/** Flattens a schema. Two schemas that mean the same give the same facts, however they are written. */
export function factsOf(schema: JsonSchema, resolve: Resolve): Facts {
  const facts = walk(schema, '', resolve)
  facts.delete('')
  return facts
}

function walk(schema: JsonSchema, path: string, resolve: Resolve): Map<string, Fact> {
  if (schema.$ref !== undefined) return walk(resolve(schema.$ref), path, resolve)
  const own = new Map([[path, selfOf(schema)]])
  const parts = [own, inside(schema, path, resolve)]
  for (const part of schema.allOf ?? []) parts.push(walk(part, path, resolve))
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (branches.length > 0) parts.push(eitherOf(branches, path, resolve))
  return parts.reduce(both)
}

function selfOf(schema: JsonSchema): Fact {
  const known = schema.const === undefined ? (schema.enum ?? []) : [schema.const]
  return {
    required: false,
    nullable: [schema.type].flat().includes('null') || known.includes(null),
    values: known.filter((value) => value !== null).map(String),
    open: Boolean(schema.additionalProperties) || Object.keys(schema).length === 0,
  }
}

function inside(schema: JsonSchema, path: string, resolve: Resolve): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  const prefix = path === '' ? '' : `${path}.`
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (field.not) continue
    const place = `${prefix}${name}`
    for (const [at, fact] of walk(field, place, resolve)) {
      const required = at === place ? (schema.required ?? []).includes(name) : fact.required
      facts.set(at, { ...fact, required })
    }
  }
  if (schema.items)
    for (const entry of walk(schema.items, `${path}[]`, resolve)) facts.set(...entry)
  return facts
}

/** All of it holds. */
function both(left: Map<string, Fact>, right: Map<string, Fact>): Map<string, Fact> {
  const facts = new Map(left)
  for (const [path, fact] of right) {
    const other = facts.get(path)
    facts.set(path, other ? join(other, fact, other.required || fact.required) : fact)
  }
  return facts
}

/** One of them holds: only what all of them require is required. */
function eitherOf(branches: readonly JsonSchema[], path: string, resolve: Resolve) {
  const all = branches.map((branch) => walk(branch, path, resolve))
  const real = all.filter((_, index) => branches[index]?.type !== 'null')
  const facts = new Map<string, Fact>()
  for (const branch of all) {
    for (const [at, fact] of branch) {
      const other = facts.get(at)
      const required = real.every((each) => each.get(at)?.required)
      facts.set(at, other ? join(other, fact, required) : { ...fact, required })
    }
  }
  return facts
}

function join(left: Fact, right: Fact, required: boolean): Fact {
  const values = [...new Set([...left.values, ...right.values])].sort()
  const nullable = left.nullable || right.nullable
  return { required, nullable, values, open: left.open || right.open }
}
