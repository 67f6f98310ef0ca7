import { createContext } from 'hono/jsx'

/** A form that was refused: which one, why, and what was entered. */
export type Attempt = {
  /** The path that the form was sent to, within the console. */
  readonly form: string
  readonly problem: string
  readonly entered: Readonly<Record<string, string | string[]>>
}

/** The refused form that a page is shown again for; `null` on a page that was asked for. */
export const Attempted = createContext<Attempt | null>(null)

/** What was entered into the form around a field; `null` where the form was not refused. */
export const Entered = createContext<Attempt['entered'] | null>(null)
