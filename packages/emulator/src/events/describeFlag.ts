import { presentFlag } from '../api/featureFlags.ts'
import type { Environment } from '../environment.ts'
import type { Transition } from '../store/collection.ts'
import type { FeatureFlagRecord } from '../store/resourceRecords.ts'
import type { NewEvent } from './recordEvent.ts'

/** What became of a flag; `flag.rule_updated` is about whom it is on for. */
export function describeFlag(
  environment: Environment,
  { before, after }: Transition<FeatureFlagRecord>,
): NewEvent[] {
  const flag = after ?? before
  const data = { ...presentFlag(flag), environment_id: environmentId(environment) }
  const context = {
    client_id: environment.clientId,
    actor: { id: 'latchkey-emulator', source: 'api', name: null },
  }
  if (!after) return [{ event: 'flag.deleted', data, context }]
  if (!before) return [{ event: 'flag.created', data, context }]
  if (before.targets === after.targets) {
    const previous_attributes = { data: { enabled: before.enabled } }
    return [{ event: 'flag.updated', data, context: { ...context, previous_attributes } }]
  }
  return [
    {
      event: 'flag.rule_updated',
      data,
      context: {
        ...context,
        access_type: after.targets.length > 0 ? 'some' : 'none',
        configured_targets: targetsOf(environment, after),
        previous_attributes: {
          data: { enabled: before.enabled, default_value: before.default_value },
          context: {
            access_type: before.targets.length > 0 ? 'some' : 'none',
            configured_targets: targetsOf(environment, before),
          },
        },
      },
    },
  ]
}

const environmentId = ({ clientId }: Environment) => clientId.replace('client_', 'environment_')

function targetsOf({ store }: Environment, { targets }: FeatureFlagRecord) {
  return {
    organizations: targets.flatMap((id) => {
      const organization = store.organizations.get(id)
      return organization ? [{ id, name: organization.name }] : []
    }),
    users: targets.flatMap((id) => {
      const user = store.users.get(id)
      return user ? [{ id, email: user.email }] : []
    }),
  }
}
