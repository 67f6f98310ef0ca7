import { type FeatureFlagWire, featureFlags } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { flagsFor } from '../authorization/featureFlags.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { FeatureFlagRecord } from '../store/resourceRecords.ts'
import { notFoundError, plainError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Feature flags: list, read, switch, and aim at users and organizations. The seed makes them. */
export function serveFeatureFlags(app: Hono<AppEnv>): void {
  serve(app, featureFlags.list, ({ environment, query }) =>
    listPage(environment.store.featureFlags.all(), query, presentFlag),
  )

  serve(app, featureFlags.get, ({ environment, params }) =>
    presentFlag(requireFlag(environment, params.slug)),
  )

  for (const [endpoint, enabled] of [
    [featureFlags.enable, true],
    [featureFlags.disable, false],
  ] as const) {
    serve(app, endpoint, ({ environment, params }) =>
      presentFlag(change(environment, requireFlag(environment, params.slug), { enabled })),
    )
  }

  serve(app, featureFlags.addTarget, ({ environment, params }) => {
    const flag = requireFlag(environment, params.slug)
    const target = requireTarget(environment, params.target_id)
    if (flag.targets.includes(target)) return
    change(environment, flag, { targets: [...flag.targets, target] })
  })

  serve(app, featureFlags.removeTarget, ({ environment, params }) => {
    const flag = requireFlag(environment, params.slug)
    const target = requireTarget(environment, params.target_id)
    if (!flag.targets.includes(target)) return
    change(environment, flag, { targets: flag.targets.filter((each) => each !== target) })
  })

  serve(app, featureFlags.listForOrganization, ({ environment, params, query }) => {
    const { id } = requireOrganization(environment, params.organization_id)
    return listPage(flagsFor(environment, [id]), query, presentFlag)
  })

  serve(app, featureFlags.listForUser, ({ environment, params, query }) => {
    const { id } = requireUser(environment, params.user_id)
    const organizations = environment.store.memberships
      .filter(({ user_id, status }) => user_id === id && status === 'active')
      .map(({ organization_id }) => organization_id)
    return listPage(flagsFor(environment, [id, ...organizations]), query, presentFlag)
  })
}

/** A flag as the API shows it. */
export function presentFlag({ targets, ...flag }: FeatureFlagRecord): FeatureFlagWire {
  return flag
}

function requireFlag({ store }: Environment, slug: string): FeatureFlagRecord {
  const flag = store.featureFlags.find((each) => each.slug === slug)
  if (!flag) throw notFoundError('Feature flag', slug)
  return flag
}

function requireTarget(environment: Environment, id: string): string {
  if (id.startsWith('user_')) return requireUser(environment, id).id
  if (id.startsWith('org_')) return requireOrganization(environment, id).id
  throw plainError(
    400,
    'invalid_resource_id_format',
    `'${id}' is neither a user nor an organization.`,
  )
}

const change = (
  { store, clock }: Environment,
  { id }: FeatureFlagRecord,
  fields: Partial<FeatureFlagRecord>,
): FeatureFlagRecord =>
  store.featureFlags.update(id, { ...fields, updated_at: isoTime(clock.now()) })
