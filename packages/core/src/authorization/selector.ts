import { InputError } from '../errors.ts'

/** Refuses all but one of the ways to say where somebody signs in. */
export function requireOneSelector(selectors: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(selectors)
  const given = names.filter((name) => selectors[name] !== undefined)
  if (given.length === 1) return
  const list = names.map((name) => `\`${name}\``).join(', ')
  throw new InputError({
    message:
      given.length === 0
        ? `The authorization URL names none of ${list}.`
        : `The authorization URL names ${given.map((name) => `\`${name}\``).join(' and ')}.`,
    fix: `Pass exactly one of ${list}.`,
  })
}

/** Refuses what only some providers understand. */
export function refuse(names: readonly string[], options: object, fix: string): void {
  const given = Object.entries(options).filter(
    ([name, value]) => names.includes(name) && value !== undefined,
  )
  if (given.length === 0) return
  throw new InputError({
    message: `${given.map(([name]) => `\`${name}\``).join(' and ')} cannot be used here.`,
    fix,
  })
}
