import type { Environment } from '../environment.ts'
import type { FeatureFlagRecord } from '../store/resourceRecords.ts'

/**
 * The flags that are on for any of the given users and organizations: enabled, and either on for
 * everybody or aimed at one of them.
 */
export const flagsFor = (
  { store }: Environment,
  ids: readonly (string | null)[],
): FeatureFlagRecord[] =>
  store.featureFlags.filter(
    ({ enabled, default_value, targets }) =>
      enabled && (default_value || targets.some((target) => ids.includes(target))),
  )
