import type { Child } from 'hono/jsx'
import { AlertIcon, MailIcon } from '../ui/icons.tsx'

/** Where an alert stands, so that a field can point to it. */
export const alertId = 'alert'

/** What went wrong with the form as a whole; announced by screen readers. */
export function Alert(props: { children: Child }) {
  return (
    <div class="alert" role="alert" id={alertId}>
      <AlertIcon />
      <span>{props.children}</span>
    </div>
  )
}

type FieldProps = {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  value?: string | null | undefined
  autocomplete: string
  hint?: string
  /** What is wrong with this field. */
  problem?: string | undefined
  /** Set when the form's alert is about this field. */
  alerted?: boolean
  autofocus?: boolean
  required?: boolean
  /** Stands at the other end of the label's line. */
  beside?: Child
}

/** A labelled input with its hint and its problem. */
export function Field(props: FieldProps) {
  const { name, problem, alerted = false, required = true, type = 'text' } = props
  const hint = problem === undefined ? props.hint : undefined
  const describedBy = [
    hint && `${name}-hint`,
    problem && `${name}-problem`,
    alerted && alertId,
  ].filter(Boolean)
  return (
    <div class="field">
      <div class="label-row">
        <label for={name}>{props.label}</label>
        {props.beside}
      </div>
      <input
        id={name}
        name={name}
        type={type}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        required={required}
        autofocus={props.autofocus ?? false}
        aria-invalid={problem !== undefined || alerted ? 'true' : undefined}
        aria-describedby={describedBy.length > 0 ? describedBy.join(' ') : undefined}
        {...(type === 'email' && { autocapitalize: 'none' })}
      />
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A labelled text of several lines. */
export const TextArea = (props: { name: string; label: string; hint: string; value: string }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <textarea id={props.name} name={props.name} rows={3} aria-describedby={`${props.name}-hint`}>
      {props.value}
    </textarea>
    <p class="hint" id={`${props.name}-hint`}>
      {props.hint}
    </p>
  </div>
)

/** The form's one button. */
export const Submit = (props: { children: Child }) => (
  <button class="button" type="submit">
    {props.children}
  </button>
)

/** Something that went well with an email; announced by screen readers. */
export const MailNotice = (props: { children: Child }) => (
  <p class="notice" role="status">
    <MailIcon />
    <span>{props.children}</span>
  </p>
)
