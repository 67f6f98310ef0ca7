import type { Account } from '../control/accounts.ts'
import type { Emulator } from '../emulator.ts'

/** What a person sees when the emulator has started. */
export function banner(emulator: Emulator): string {
  const { hostname, port } = new URL(emulator.url)
  return `
  Latchkey emulator  ${emulator.url}
  Inbox              ${emulator.url}/_emulator/console/inbox

  Environment of an application that uses it:

    WORKOS_API_KEY=${emulator.apiKey}
    WORKOS_CLIENT_ID=${emulator.clientId}
    WORKOS_API_HOSTNAME=${hostname}
    WORKOS_API_PORT=${port}
    WORKOS_API_HTTPS=false

  People who can sign in:

${accountTable(emulator.accounts())}
`
}

function accountTable(accounts: Account[]): string {
  const rows = accounts.map(({ email, password, organizations, emailVerified }) => [
    email,
    password ?? '-',
    organizations.map(({ name, role }) => `${name} (${role})`).join(', ') ||
      (emailVerified ? 'no organization' : 'address not verified'),
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 0))
  return rows
    .map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
    .join('\n')
}
