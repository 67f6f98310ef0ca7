import type { Child } from 'hono/jsx'
import { Alert, alertId, Submit } from './fields.tsx'

/** The form for a code of six digits. */
export const CodeForm = (props: {
  label: string
  submit: string
  problem: string | undefined
  /** What there is to say before the field. */
  children?: Child
}) => (
  <form method="post" novalidate>
    {props.problem !== undefined && <Alert>{props.problem}</Alert>}
    {props.children}
    <CodeField label={props.label} alerted={props.problem !== undefined} />
    <Submit>{props.submit}</Submit>
  </form>
)

/** Phones offer the code that just came. */
const CodeField = ({ label, alerted }: { label: string; alerted: boolean }) => (
  <div class="field">
    <label for="code">{label}</label>
    <input
      class="code"
      id="code"
      name="code"
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={7}
      required
      autofocus
      aria-invalid={alerted ? 'true' : undefined}
      aria-describedby={alerted ? alertId : undefined}
    />
  </div>
)
