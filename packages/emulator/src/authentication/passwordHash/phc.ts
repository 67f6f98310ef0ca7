/** A hash in the PHC string format: `$id$v=1$name=value,…$salt$hash`. */
export type Phc = {
  id: string
  version: number | undefined
  parameters: ReadonlyMap<string, string>
  salt: Buffer
  hash: Buffer
}

const shape = /^\$([a-z0-9-]+)(?:\$v=(\d+))?\$([^$]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Takes a PHC string apart. @see https://github.com/P-H-C/phc-string-format */
export function parsePhc(text: string): Phc | undefined {
  const [, id, version, parameters, salt, hash] = shape.exec(text) ?? []
  if (!id || !parameters || !salt || !hash) return undefined
  return {
    id,
    version: version === undefined ? undefined : Number(version),
    parameters: new Map(parameters.split(',').map(pair)),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** A parameter that is a whole number within limits. */
export function wholeNumber(
  parameters: ReadonlyMap<string, string>,
  wanted: { name: string; least: number; most: number },
): number | undefined {
  const text = parameters.get(wanted.name) ?? ''
  const value = Number(text)
  const fits = /^\d+$/.test(text) && value >= wanted.least && value <= wanted.most
  return fits ? value : undefined
}

function pair(text: string): [string, string] {
  const [name = '', ...value] = text.split('=')
  return [name, value.join('=')]
}
