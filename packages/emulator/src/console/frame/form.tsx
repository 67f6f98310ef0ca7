import { type Child, useContext } from 'hono/jsx'
import { AlertIcon } from '../../ui/icons.tsx'
import { type Attempt, Attempted, Entered } from './attempt.ts'
import { Base } from './base.ts'

/** A form that changes something. When it is refused it says why, and keeps what was entered. */
export function Form(props: { to: string; class?: string; label?: string; children?: Child }) {
  const base = useContext(Base)
  const attempt = useContext(Attempted)
  const refused = attempt?.form === props.to ? attempt : null
  return (
    <form
      method="post"
      action={`${base}/${props.to}`}
      id={props.class === undefined ? formId(props.to) : undefined}
      class={props.class ?? 'form'}
      aria-label={props.label}
    >
      {refused && (
        <p class="alert">
          <AlertIcon />
          <span>{refused.problem}</span>
        </p>
      )}
      <Entered.Provider value={refused ? refused.entered : null}>{props.children}</Entered.Provider>
    </form>
  )
}

/** Where a form is on its page. */
const formId = (to: string): string => `form-${to.replaceAll('/', '-')}`

/** Says above everything that a form was refused, and leads to it. */
export const Refused = ({ attempt }: { attempt: Attempt }) => (
  <p class="alert refused" role="alert">
    <AlertIcon />
    <span>
      {attempt.problem} <a href={`#${formId(attempt.form)}`}>Go to the form</a>
    </span>
  </p>
)

/** A form that is nothing but its button. */
export function Act(props: {
  to: string
  children: Child
  /** What it does, where the button's own text leaves open to what. */
  label?: string
  danger?: boolean
  values?: Record<string, string>
}) {
  return (
    <Form to={props.to} class="act">
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button
        type="submit"
        class={props.danger ? 'small danger' : 'small'}
        aria-label={props.label}
      >
        {props.children}
      </button>
    </Form>
  )
}

/** A deed that cannot be undone: it is opened first, and done with a second press. */
export function Deletion(props: { to: string; what: string; warning: string; button: string }) {
  return (
    <details class="deletion" id={`delete-${props.to.replaceAll('/', '-')}`}>
      <summary class="small danger">{props.what}</summary>
      <div class="deletion-body">
        <p>{props.warning}</p>
        <Act to={props.to} danger>
          {props.button}
        </Act>
      </div>
    </details>
  )
}
