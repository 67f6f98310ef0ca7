import type { Seed } from '@latchkey/emulator'

/** What must not be told, where its form does not give it away. */
export interface Secrets {
  readonly cookiePassword: string
  readonly seed: Seed
}

/** What opens a door, by its form; the last but one is that of the emulator's tokens and codes. */
const forms = [
  /eyJ[\w-]{10,}/,
  /Fe26\.2/,
  /sk_test_/,
  /[?&]code=[\w-]{8,}/,
  /\b[A-Za-z0-9]{25}\b/,
  /\bsession_\w{10,}/,
]

/** Fails where an application's log tells what opens a door, or who its people are. */
export function refuseSecrets(log: string, { cookiePassword, seed }: Secrets): void {
  const people = (seed.users ?? []).flatMap(({ email, password = email }) => [email, password])
  const found = [
    ...forms.filter((form) => form.test(log)),
    ...[cookiePassword, ...people].filter((word) => log.includes(word)),
  ]
  if (found.length > 0) throw new Error(`the application's log has ${found.join(' and ')}`)
}
