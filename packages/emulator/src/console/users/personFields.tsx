import { Input } from '../frame/inputs.tsx'

type Person = { [Part in 'first_name' | 'last_name' | 'email']?: string | null | undefined }

/** Names and address of a person, where they are known those of that person. */
export function PersonFields(props: {
  /** Set where another form of the page asks for a person too. */
  within?: string
  person?: Person | undefined
}) {
  const { person, ...where } = props
  return (
    <>
      <div class="pair">
        <Input name="first_name" label="First name" value={person?.first_name} {...where} />
        <Input name="last_name" label="Last name" value={person?.last_name} {...where} />
      </div>
      <Input name="email" label="Email" type="email" value={person?.email} required {...where} />
    </>
  )
}
