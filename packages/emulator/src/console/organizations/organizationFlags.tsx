import { featureFlags } from '@latchkey/core/contract'
import { callApi } from '../../administration/callApi.ts'
import { Badge, Empty, Section } from '../../ui/pieces.tsx'
import type { Action } from '../frame/action.ts'
import { Act } from '../frame/form.tsx'
import type { AboutOrganization } from './about.ts'

/** Which flags are on for an organization. */
export const flagActions: Record<string, Action> = {
  'flags/:slug/add': async ({ context, param }) => {
    const target_id = param('organization')
    await callApi(context, featureFlags.addTarget, { params: { slug: param('slug'), target_id } })
    return { to: `organizations/${target_id}` }
  },
  'flags/:slug/remove': async ({ context, param }) => {
    const target_id = param('organization')
    const params = { slug: param('slug'), target_id }
    await callApi(context, featureFlags.removeTarget, { params })
    return { to: `organizations/${target_id}` }
  },
}

/** Every flag, and whether the organization has it. */
export function OrganizationFlags({ environment, organization }: AboutOrganization) {
  const flags = environment.store.featureFlags.all()
  return (
    <Section title="Flags">
      {flags.length === 0 && <Empty title="There are no flags">Make one among the flags.</Empty>}
      <ul class="list">
        {flags.map(({ slug, name, enabled, default_value, targets }) => {
          const aimed = targets.includes(organization.id)
          const on = enabled && (default_value || aimed)
          return (
            <li data-key={slug} key={slug}>
              <span>
                {name} <Badge tone={on ? 'good' : undefined}>{on ? 'on' : 'off'}</Badge>
                {!enabled && <span class="under">switched off for everybody</span>}
                {enabled && default_value && <span class="under">on for everybody</span>}
              </span>
              <span class="acts">
                <Act
                  to={`organizations/${organization.id}/flags/${slug}/${aimed ? 'remove' : 'add'}`}
                  label={aimed ? `Take away ${name}` : `Give ${name}`}
                >
                  {aimed ? 'Take away' : 'Give'}
                </Act>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
