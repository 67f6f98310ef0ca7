import { type OrganizationWire, organizations } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { deleteOrganization } from '../authorization/deleteOrganization.ts'
import { isoTime } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { defined } from '../store/defined.ts'
import { newId } from '../store/id.ts'
import { paginate } from '../store/paginate.ts'
import type { OrganizationRecord } from '../store/records.ts'
import { ApiError, notFoundError } from './apiError.ts'
import { mergeMetadata, requireFreeExternalId } from './attributes.ts'
import { serve } from './serve.ts'

type DomainData = { domain: string; state: 'pending' | 'verified' }

/** Organizations: list, make, read, change and delete. */
export function serveOrganizations(app: Hono<AppEnv>): void {
  serve(app, organizations.list, ({ environment, query }) => {
    const search = query.search?.toLowerCase()
    const domains = query.domains?.map((domain) => domain.toLowerCase())
    const found = environment.store.organizations.filter(
      (organization) =>
        (search === undefined || organization.name.toLowerCase().includes(search)) &&
        (domains === undefined ||
          organization.domains.some(({ domain }) => domains.includes(domain.toLowerCase()))),
    )
    const page = paginate(found, query)
    return { ...page, data: page.data.map(presentOrganization) }
  })

  serve(app, organizations.create, ({ environment, body }) => {
    const { store, clock } = environment
    requireFreeExternalId(store.organizations, body.external_id)
    const id = newId('organization', clock.now())
    const at = isoTime(clock.now())
    const organization = store.organizations.insert({
      object: 'organization',
      id,
      name: body.name,
      domains: organizationDomains(environment, id, body.domain_data ?? []),
      metadata: mergeMetadata({}, body.metadata),
      external_id: body.external_id ?? null,
      ...defined({
        allow_profiles_outside_organization: body.allow_profiles_outside_organization,
      }),
      entitlements: [],
      created_at: at,
      updated_at: at,
    })
    return presentOrganization(organization)
  })

  serve(app, organizations.get, ({ environment, params }) =>
    presentOrganization(requireOrganization(environment, params.id)),
  )

  serve(app, organizations.getByExternalId, ({ environment, params }) => {
    const organization = environment.store.organizations.find(
      ({ external_id }) => external_id === params.external_id,
    )
    if (!organization) throw notFoundError('Organization', params.external_id)
    return presentOrganization(organization)
  })

  serve(app, organizations.update, ({ environment, params, body }) => {
    const { store, clock } = environment
    const organization = requireOrganization(environment, params.id)
    const { domain_data, metadata, ...fields } = body
    requireFreeExternalId(store.organizations, body.external_id, organization.id)
    return presentOrganization(
      store.organizations.update(organization.id, {
        ...defined(fields),
        ...(domain_data && {
          domains: organizationDomains(environment, organization.id, domain_data),
        }),
        metadata: mergeMetadata(organization.metadata, metadata),
        updated_at: isoTime(clock.now()),
      }),
    )
  })

  serve(app, organizations.delete, ({ environment, params }) => {
    deleteOrganization(environment, requireOrganization(environment, params.id).id)
  })
}

/** The organization with the id; 404 when there is none. */
export function requireOrganization({ store }: Environment, id: string): OrganizationRecord {
  const organization = store.organizations.get(id)
  if (!organization) throw notFoundError('Organization', id)
  return organization
}

/** An organization as the API shows it. */
export function presentOrganization({
  entitlements,
  ...organization
}: OrganizationRecord): OrganizationWire {
  return organization
}

/** Domains of an organization; one that another organization has is refused with 409. */
export function organizationDomains(
  { store, clock }: Environment,
  organizationId: string,
  domains: readonly DomainData[],
): OrganizationWire['domains'] {
  const at = isoTime(clock.now())
  return domains.map(({ domain, state }) => {
    const taken = store.organizations.find(
      (other) => other.id !== organizationId && other.domains.some((its) => its.domain === domain),
    )
    if (taken) {
      throw new ApiError(409, {
        message: `The domain '${domain}' belongs to another organization.`,
      })
    }
    return {
      object: 'organization_domain',
      id: newId('organizationDomain', clock.now()),
      organization_id: organizationId,
      domain,
      state,
      verification_strategy: 'manual',
      created_at: at,
      updated_at: at,
    }
  })
}
