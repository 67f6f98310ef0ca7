import { Form } from '../frame/form.tsx'
import { Input, Select, Send, TextInput } from '../frame/inputs.tsx'

/** What the form begins with. */
export type FaultFields = Partial<
  Record<
    | 'method'
    | 'path'
    | 'outcome'
    | 'status'
    | 'body'
    | 'retry_after'
    | 'latency'
    | 'count'
    | 'probability',
    string
  >
>

/** Failures that products meet, ready to be made. */
export const presets = {
  outage: { name: 'API outage', values: { path: '/**', outcome: 'answer', status: '503' } },
  refresh: {
    name: 'No refresh',
    values: {
      method: 'POST',
      path: '/user_management/authenticate',
      outcome: 'answer',
      status: '503',
    },
  },
  limit: {
    name: 'Rate limit',
    values: {
      path: '/user_management/**',
      outcome: 'answer',
      status: '429',
      retry_after: '2',
      count: '3',
    },
  },
  slow: {
    name: 'Slow',
    values: { path: '/user_management/**', outcome: 'none', latency: '2000' },
  },
  keys: { name: 'No keys', values: { path: '/sso/jwks/**', outcome: 'answer', status: '500' } },
  cut: { name: 'Cut', values: { path: '/user_management/**', outcome: 'reset' } },
} satisfies Record<string, { name: string; values: FaultFields }>

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The form for a new fault. */
export function FaultForm({ begin }: { begin: FaultFields }) {
  return (
    <Form to="faults" label="New fault">
      <div class="pair narrow-first">
        <Select
          name="method"
          label="Method"
          value={begin.method}
          options={[
            { value: '', label: 'Any' },
            ...methods.map((value) => ({ value, label: value })),
          ]}
        />
        <Input
          name="path"
          label="Path"
          mono
          value={begin.path}
          placeholder="/user_management/**"
          hint="* within a part, ** for anything. Empty is every path."
        />
      </div>
      <Select
        name="outcome"
        label="What happens"
        value={begin.outcome ?? 'answer'}
        options={[
          { value: 'answer', label: 'It answers with a status' },
          { value: 'reset', label: 'The connection is cut' },
          { value: 'none', label: 'It only takes longer' },
        ]}
      />
      <div class="pair">
        <Input name="status" label="Status" type="number" value={begin.status} placeholder="503" />
        <Input
          name="retry_after"
          label="Retry-After, seconds"
          type="number"
          value={begin.retry_after}
        />
      </div>
      <TextInput
        name="body"
        label="Body"
        rows={2}
        value={begin.body ?? ''}
        hint="JSON or text; a message in WorkOS’s shape unless given."
      />
      <Input name="latency" label="Latency, milliseconds" type="number" value={begin.latency} />
      <div class="pair">
        <Input
          name="count"
          label="Times"
          type="number"
          value={begin.count}
          hint="Until removed unless given."
        />
        <Input
          name="probability"
          label="Probability"
          type="number"
          step="0.05"
          value={begin.probability}
          hint="From 0 to 1."
        />
      </div>
      <Send>Add the fault</Send>
    </Form>
  )
}
