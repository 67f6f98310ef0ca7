import type { Submission } from '../../administration/submission.ts'
import { Input } from '../frame/inputs.tsx'

/** What a role or a permission is called, in words and in code. */
export const Naming = ({ within }: { within: string }) => (
  <>
    <div class="pair">
      <Input name="name" label="Name" within={within} required />
      <Input name="slug" label="Slug" within={within} mono required />
    </div>
    <Input name="description" label="Description" within={within} />
  </>
)

/** What was entered into {@link Naming}. Throws a `Refusal` where the name or the slug is absent. */
export function readNaming(form: Submission) {
  const slug = form.required('slug', 'A slug')
  const name = form.required('name', 'A name')
  return { slug, name, description: form.text('description') || null }
}
