import type { Child } from 'hono/jsx'
import { Submit } from './fields.tsx'
import { EmailField, NameFields } from './personFields.tsx'

/** What a provider is told: whom to vouch for, or to turn the sign-in down in one way or another. */
export const ProviderForm = (props: {
  person: { email: string; first_name: string | null; last_name: string | null }
  problem: string | undefined
  submit: string
  fail: string
  /** What else this kind of provider says. */
  children: Child
}) => (
  <>
    <form method="post" novalidate>
      <EmailField value={props.person.email} problem={props.problem} autofocus />
      <NameFields
        firstName={props.person.first_name}
        lastName={props.person.last_name}
        autofocus={false}
      />
      {props.children}
      <Submit>{props.submit}</Submit>
      <button class="button plain" type="submit" name="action" value="cancel">
        Cancel
      </button>
    </form>
    <form method="post" class="aside">
      <button class="link-button" type="submit" name="action" value="fail">
        {props.fail}
      </button>
    </form>
  </>
)
