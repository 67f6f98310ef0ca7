import type { SignedIn } from '@latchkey/next'

/** The person who is signed in, as WorkOS describes them. */
export type Person = SignedIn['user']

/** First and last name, or `undefined` for somebody who never gave one. */
export function fullName({ firstName, lastName }: Person): string | undefined {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return name === '' ? undefined : name
}

/** What to call the person where there must be something: their name, or else their email. */
export function displayName(person: Person): string {
  return fullName(person) ?? person.email
}

/** One or two capitals that stand for the person. */
export function initials(person: Person): string {
  const words = displayName(person).split(/[\s.@_-]+/, 2)
  return words.map((word) => [...word].at(0)?.toUpperCase() ?? '').join('')
}
