import { Refusal } from './refusal.ts'

/** What was entered into a form. */
export type Submission = {
  readonly entered: Readonly<Record<string, string | string[]>>
  /** A field without the space around it; empty when it is absent. */
  text(name: string): string
  /** A field that has to be filled in. Throws a `Refusal` that names it. */
  required(name: string, label: string): string
  /** A field exactly as it was entered. */
  exact(name: string): string
  /** Every value of a name. */
  all(name: string): string[]
  /** The parts of a field between commas and line breaks. */
  list(name: string): string[]
  checked(name: string): boolean
}

/** Reads a form; files are no part of any. */
export function readSubmission(body: Record<string, unknown>): Submission {
  const entered: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    const values = [value].flat().filter((each) => typeof each === 'string')
    entered[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  const all = (name: string) => [entered[name] ?? []].flat()
  const exact = (name: string) => all(name).at(-1) ?? ''
  const text = (name: string) => exact(name).trim()
  return {
    entered,
    exact,
    text,
    all,
    required: (name, label) => {
      const value = text(name)
      if (value === '') throw new Refusal(`${label} is needed.`)
      return value
    },
    list: (name) =>
      exact(name)
        .split(/[,\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    checked: (name) => entered[name] !== undefined,
  }
}
