import { Refusal } from '../../administration/refusal.ts'

/** Metadata as lines of `name=value`. */
export const metadataLines = (metadata: Record<string, string>): string =>
  Object.entries(metadata)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

/** Reads lines of `name=value`. Throws a `Refusal` that names the line that is none. */
export function readMetadata(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim())
  return Object.fromEntries(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.indexOf('=')
        if (at < 1) throw new Refusal(`Write name=value, not “${line}”.`)
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
      }),
  )
}
