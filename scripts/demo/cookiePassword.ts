import { randomBytes } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'

const variable = 'WORKOS_COOKIE_PASSWORD'

/**
 * The password that seals the demo's sessions, made once and kept in an environment file that git
 * ignores, so that sessions survive a restart.
 */
export const cookiePassword = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  const kept = parseEnv(text)[variable]
  if (kept) return kept
  const made = randomBytes(32).toString('base64url')
  const separator = text === '' || text.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${separator}${variable}=${made}\n`, { mode: 0o600 })
  return made
}
