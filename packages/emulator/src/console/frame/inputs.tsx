import { type Child, useContext } from 'hono/jsx'
import { Attempted, Entered } from './attempt.ts'

/** Ids must be the page's own, though two forms have a field of the same name. */
const idOf = (name: string, within: string | undefined) => (within ? `${within}-${name}` : name)

type InputProps = {
  name: string
  label: string
  /** Set where another form of the page has a field of this name. */
  within?: string
  value?: string | number | null | undefined
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'datetime-local'
  placeholder?: string
  hint?: Child
  required?: boolean
  mono?: boolean
  step?: string
}

/** A labelled field of one line. */
export function Input(props: InputProps) {
  const { name, label, within, value, hint, mono = false, ...rest } = props
  const id = idOf(name, within)
  const entered = useContext(Entered)
  // A password is not sent back to the page.
  const kept = props.type === 'password' ? '' : entered?.[name]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        class={mono ? 'mono' : undefined}
        autocomplete={props.type === 'password' ? 'new-password' : 'off'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...rest}
        value={typeof kept === 'string' ? kept : (value ?? '')}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** A labelled text of several lines. */
export function TextInput(props: {
  name: string
  label: string
  within?: string
  value?: string
  hint?: string
  placeholder?: string
  rows?: number
}) {
  const { name, label, within, value = '', hint, placeholder, rows = 3 } = props
  const id = idOf(name, within)
  const kept = useContext(Entered)?.[name]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        class="mono"
        rows={rows}
        placeholder={placeholder}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {typeof kept === 'string' ? kept : value}
      </textarea>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** One of several. */
export function Select(props: {
  name: string
  label: string
  within?: string
  value?: string | undefined
  options: readonly { value: string; label: string }[]
  hint?: string
}) {
  const { name, label, within, options, hint } = props
  const id = idOf(name, within)
  const kept = useContext(Entered)?.[name]
  const chosen = typeof kept === 'string' ? kept : props.value
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
        {options.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen} key={value}>
            {text}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Several boxes of one name, or one. */
export function Checks(props: {
  name: string
  legend: string
  values: readonly string[]
  options: readonly { value: string; label: string; note?: string }[]
  hint?: string
}) {
  const entered = useContext(Entered)
  const kept = entered && [entered[props.name] ?? []].flat()
  const checked = kept ?? props.values
  return (
    <fieldset class="checks">
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.options.map(({ value, label, note }) => (
        <label class="check" key={value}>
          <input
            type="checkbox"
            name={props.name}
            value={value}
            checked={checked.includes(value)}
          />
          <span>
            {label}
            {note !== undefined && <span class="muted mono"> {note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A box that is ticked or not. */
export function Check(props: { name: string; label: string; checked?: boolean }) {
  const entered = useContext(Entered)
  const checked = entered ? entered[props.name] !== undefined : (props.checked ?? false)
  return (
    <label class="check">
      <input type="checkbox" name={props.name} value="yes" checked={checked} />
      <span>{props.label}</span>
    </label>
  )
}

/** The button that sends a form. */
export const Send = (props: { children: Child; danger?: boolean }) => (
  <button type="submit" class={props.danger ? 'send danger' : 'send'}>
    {props.children}
  </button>
)

/** Something that is unfolded when it is needed; open when its own form was refused. */
export function Fold(props: { summary: string; form: string; children: Child; open?: boolean }) {
  const attempt = useContext(Attempted)
  const id = `fold-${props.form.replaceAll('/', '-')}`
  return (
    <details class="fold" id={id} open={props.open || attempt?.form === props.form}>
      <summary>{props.summary}</summary>
      <div class="fold-body">{props.children}</div>
    </details>
  )
}
