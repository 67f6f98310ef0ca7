import type { Account } from '@latchkey/emulator'
import type { AppAddress } from './app.ts'
import type { EmulatorAddress } from './emulator.ts'

type Row = readonly string[]

/** Rows under each other, each column as wide as its widest cell. */
const table = (rows: readonly Row[], indent: string): string => {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const line = (row: Row) => row.map((cell, column) => cell.padEnd(width(column))).join('   ')
  return rows.map((row) => `${indent}${line(row)}`.trimEnd()).join('\n')
}

const accountRow = ({ email, password, emailVerified, organizations }: Account): Row => [
  email,
  password ?? 'no password',
  organizations.map(({ name, role }) => `${name} (${role})`).join(', ') ||
    (emailVerified ? 'no organization' : 'address not verified'),
]

/** What a person reads once everything answers. */
export const welcome = (options: {
  readonly app: AppAddress
  readonly emulator?: { readonly address: EmulatorAddress; readonly accounts: readonly Account[] }
}): string => {
  const { app, emulator } = options
  const paragraphs =
    emulator === undefined
      ? [table([['Demo', app.url]], '  '), `  Redirect URI to register at WorkOS: ${app.callback}`]
      : [
          table(
            [
              ['Demo', app.url],
              ['Emulator', emulator.address.url],
              ['Emails', `${emulator.address.url}/_emulator/console/inbox`],
            ],
            '  ',
          ),
          '  Sign in as',
          table(emulator.accounts.map(accountRow), '    '),
        ]
  return `\n${paragraphs.join('\n\n')}\n\n  Ctrl+C ends it.\n`
}
