/**
 * A JWT template: JSON in which `{{ path || path || 'text' }}` stands for a value. Outside of a
 * JSON string it becomes any JSON value; inside of one it becomes text.
 * @see https://workos.com/docs/authkit/jwt-templates
 */
export type JwtTemplate = readonly Segment[]

type Segment =
  | { type: 'text'; text: string }
  | { type: 'value'; quoted: boolean; operands: readonly Operand[] }

type Operand = { type: 'path'; path: readonly string[] } | { type: 'literal'; text: string }

/** A template that cannot be used, and why. */
export class JwtTemplateError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'JwtTemplateError'
  }
}

const reserved = ['iss', 'sub', 'exp', 'iat', 'nbf', 'jti']
const roots = ['user', 'organization', 'organization_membership']

/** Reads a template. Throws a `JwtTemplateError` when it does not make a JSON object of claims. */
export function parseJwtTemplate(content: string): JwtTemplate {
  const segments: Segment[] = []
  let quoted = false
  for (const [index, part] of content.split(/\{\{(.*?)\}\}/s).entries()) {
    if (index % 2 === 1) segments.push({ type: 'value', quoted, operands: parseExpression(part) })
    else {
      segments.push({ type: 'text', text: part })
      if (part.replaceAll(/\\./g, '').split('"').length % 2 === 0) quoted = !quoted
    }
  }
  for (const name of Object.keys(fill(segments, () => null))) {
    if (reserved.includes(name)) throw new JwtTemplateError(`The claim '${name}' is reserved.`)
  }
  return segments
}

/** The claims that a template makes of a context. */
export const renderJwtTemplate = (
  template: JwtTemplate,
  context: Record<string, unknown>,
): Record<string, unknown> => fill(template, (operands) => evaluate(operands, context))

function fill(
  segments: readonly Segment[],
  resolve: (operands: readonly Operand[]) => unknown,
): Record<string, unknown> {
  const text = segments
    .map((segment) => {
      if (segment.type === 'text') return segment.text
      const value = resolve(segment.operands)
      return segment.quoted ? quote(value) : JSON.stringify(value)
    })
    .join('')
  const claims = parseJson(text)
  if (claims === null || typeof claims !== 'object' || Array.isArray(claims)) {
    throw new JwtTemplateError('The template does not make a JSON object.')
  }
  return claims as Record<string, unknown>
}

function quote(value: unknown): string {
  if (value !== null && typeof value === 'object') {
    throw new JwtTemplateError('An object cannot stand inside of a string.')
  }
  return JSON.stringify(value === null ? '' : String(value)).slice(1, -1)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new JwtTemplateError('The template is not valid JSON.')
  }
}

function parseExpression(expression: string): Operand[] {
  const operands = expression.trim().split(/\s*\|\|\s*(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/)
  return operands.map((operand) => {
    const [, , text] = /^(['"])(.*)\1$/s.exec(operand) ?? []
    if (text !== undefined) return { type: 'literal', text }
    if (!/^[A-Za-z_][\w:-]*(\.[\w:-]+)*$/.test(operand)) {
      throw new JwtTemplateError(`'{{${expression}}}' cannot be read.`)
    }
    const path = operand.split('.')
    if (!roots.includes(path[0] ?? '')) {
      throw new JwtTemplateError(`'${operand}' begins with none of ${roots.join(', ')}.`)
    }
    return { type: 'path', path }
  })
}

function evaluate(operands: readonly Operand[], context: Record<string, unknown>): unknown {
  for (const operand of operands) {
    const value = operand.type === 'literal' ? operand.text : at(context, operand.path)
    if (value !== null && value !== undefined) return value
  }
  return null
}

function at(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined
  return at((value as Record<string, unknown>)[name], rest)
}
