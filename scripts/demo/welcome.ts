import type { Account, EmulatorAddress } from './emulator.ts'

const columns = (rows: readonly (readonly [string, string])[], indent: string): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${indent}${left.padEnd(width)}   ${right}`).join('\n')
}

/** What a person reads once everything answers. */
export const welcome = (options: {
  readonly app: string
  readonly emulator?: { readonly address: EmulatorAddress; readonly accounts: readonly Account[] }
}): string => {
  const { app, emulator } = options
  const paragraphs =
    emulator === undefined
      ? [
          columns([['Demo', app]], '  '),
          `  Redirect URI to register at WorkOS: ${app}/auth/callback`,
        ]
      : [
          columns(
            [
              ['Demo', app],
              ['Emulator', emulator.address.url],
              ['Emails', `${emulator.address.url}/_emulator/console/inbox`],
            ],
            '  ',
          ),
          '  Sign in as',
          columns(
            emulator.accounts.map(({ email, password }) => [email, password] as const),
            '    ',
          ),
        ]
  return `\n${paragraphs.join('\n\n')}\n\n  Ctrl+C ends it.\n`
}
