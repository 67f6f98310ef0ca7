import { Field } from './fields.tsx'

/** Whose account it is about: the address that password managers fill in. */
export const EmailField = (props: {
  value: string | null | undefined
  problem: string | undefined
  autofocus: boolean
}) => <Field name="email" label="Email" type="email" autocomplete="username" {...props} />

/** First and last name beside each other; neither has to be given. */
export const NameFields = (props: {
  firstName: string | null | undefined
  lastName: string | null | undefined
  autofocus: boolean
}) => (
  <div class="pair">
    <Field
      name="first_name"
      label="First name"
      autocomplete="given-name"
      value={props.firstName}
      required={false}
      autofocus={props.autofocus}
    />
    <Field
      name="last_name"
      label="Last name"
      autocomplete="family-name"
      value={props.lastName}
      required={false}
    />
  </div>
)
