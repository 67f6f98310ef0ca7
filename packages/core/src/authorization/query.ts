import type { Config } from '../config.ts'

type QueryValue = string | number | readonly string[] | Readonly<Record<string, string>> | undefined

/**
 * A WorkOS URL, its query encoded as the official SDK does: names in order, lists as repeated names,
 * records as `name[key]`.
 */
export function urlWithQuery(
  { apiUrl }: Pick<Config, 'apiUrl'>,
  path: string,
  query: Readonly<Record<string, QueryValue>>,
): string {
  const url = new URL(path, apiUrl)
  for (const [name, value] of sorted(query)) {
    for (const [key, text] of pairs(name, value)) url.searchParams.append(key, text)
  }
  return url.href
}

function pairs(name: string, value: QueryValue): (readonly [string, string])[] {
  if (value === undefined) return []
  if (typeof value !== 'object') return [[name, String(value)]]
  if (isList(value)) return value.map((item) => [name, item])
  return sorted(value).map(([key, item]) => [`${name}[${key}]`, item])
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value)
}

function sorted<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
