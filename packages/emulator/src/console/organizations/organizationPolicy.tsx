import { Refusal } from '../../administration/refusal.ts'
import { organizationPolicy } from '../../authentication/policy.ts'
import { signInMethods } from '../../authentication/signInMethod.ts'
import type { SignInMethod } from '../../store/authenticationRecords.ts'
import { Section } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Form } from '../frame/form.tsx'
import { Check, Checks, Select, Send } from '../frame/inputs.tsx'
import type { AboutOrganization } from './about.ts'

/** What an organization asks of those who sign in to it; the API has no operation for it. */
export const policyActions: Record<string, Action> = {
  policy: ({ environment, form, param }) => {
    const { organizationPolicies } = environment.store
    const id = param('organization')
    const chosen = signInMethods.filter((method) => form.all('methods').includes(method))
    const fields = { methods: methodsFor(form.text('allows'), chosen), mfa: form.checked('mfa') }
    if (organizationPolicies.get(id)) organizationPolicies.update(id, fields)
    else organizationPolicies.insert({ id, ...fields })
    return { to: `organizations/${id}`, notice: 'The policy is saved.' }
  },
}

function methodsFor(allows: string, chosen: SignInMethod[]): SignInMethod[] | null {
  if (allows === 'usual') return null
  if (allows === 'sso') return ['sso']
  if (chosen.length === 0) throw new Refusal('Choose a way to sign in, or leave it as usual.')
  return chosen
}

/** The policy, to be changed. */
export function OrganizationPolicyForm({ environment, organization }: AboutOrganization) {
  const written = environment.store.organizationPolicies.get(organization.id)
  const { methods, connections } = organizationPolicy(environment, organization)
  const allows =
    written?.methods == null ? 'usual' : written.methods.join() === 'sso' ? 'sso' : 'chosen'
  return (
    <Section title="Policy">
      <Form to={`organizations/${organization.id}/policy`} label="Policy">
        <Select
          name="allows"
          label="Ways to sign in"
          value={allows}
          options={[
            {
              value: 'usual',
              label: connections.length > 0 ? 'SSO, as it has a connection' : 'Any',
            },
            { value: 'sso', label: 'SSO required' },
            { value: 'chosen', label: 'Those chosen here' },
          ]}
        />
        <details class="fold" id="methods" open={allows === 'chosen'}>
          <summary>Choose</summary>
          <Checks
            name="methods"
            legend="Chosen ways"
            values={methods ?? [...signInMethods]}
            options={signInMethods.map((value) => ({ value, label: names[value] }))}
          />
        </details>
        <Check name="mfa" label="MFA required" checked={written?.mfa ?? false} />
        <Send>Save the policy</Send>
      </Form>
    </Section>
  )
}

const names: Record<SignInMethod, string> = {
  sso: 'SSO',
  password: 'Password',
  magic_auth: 'Emailed code',
  google_oauth: 'Google',
  microsoft_oauth: 'Microsoft',
  github_oauth: 'GitHub',
  apple_oauth: 'Apple',
}
