import { providerName } from '../authentication/providerNames.ts'
import type { ProviderSetting } from '../store/authenticationRecords.ts'
import type { FlowRecord } from '../store/records.ts'
import { flowPath } from './flow.ts'

/** The social providers as ways in; nothing where none is switched on. */
export function Providers(props: { flow: FlowRecord; providers: readonly ProviderSetting[] }) {
  if (props.providers.length === 0) return null
  return (
    <nav class="providers" aria-label="Other ways to sign in">
      <p class="divider">or continue with</p>
      <ul>
        {props.providers.map(({ provider }) => (
          <li key={provider}>
            <a class="provider" href={flowPath(props.flow, `provider/${provider}`)}>
              {providerName(provider)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
