import { type OrganizationDomainWire, organizationDomains } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { isoTime, recordedNow } from '../clock.ts'
import type { AppEnv, Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { OrganizationRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { notFoundError, plainError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { serve } from './serve.ts'

/** Domains of organizations: add, read, verify and delete. */
export function serveOrganizationDomains(app: Hono<AppEnv>): void {
  serve(app, organizationDomains.create, ({ environment, body }) => {
    const { store, clock } = environment
    const organization = requireOrganization(environment, body.organization_id)
    const domain = body.domain.toLowerCase()
    if (store.organizations.find(({ domains }) => domains.some((its) => its.domain === domain))) {
      throw plainError(409, 'domain_already_exists', `The domain '${domain}' exists already.`)
    }
    const added: OrganizationDomainWire = {
      object: 'organization_domain',
      id: newId('organizationDomain', clock.now()),
      organization_id: organization.id,
      domain,
      state: 'pending',
      verification_prefix: 'latchkey-domain-verification',
      verification_token: randomToken(),
      verification_strategy: 'dns',
      ...recordedNow(clock),
    }
    change(environment, organization, [...organization.domains, added])
    return added
  })

  serve(
    app,
    organizationDomains.get,
    ({ environment, params }) => requireDomain(environment, params.id).domain,
  )

  serve(app, organizationDomains.verify, ({ environment, params }) => {
    const { organization, domain } = requireDomain(environment, params.id)
    if (domain.state === 'verified') {
      throw plainError(400, 'domain_already_verified', 'The domain is verified already.')
    }
    const verified: OrganizationDomainWire = {
      ...domain,
      state: 'verified',
      updated_at: isoTime(environment.clock.now()),
    }
    change(
      environment,
      organization,
      organization.domains.map((each) => (each.id === domain.id ? verified : each)),
    )
    return verified
  })

  serve(app, organizationDomains.delete, ({ environment, params }) => {
    const { organization, domain } = requireDomain(environment, params.id)
    change(
      environment,
      organization,
      organization.domains.filter(({ id }) => id !== domain.id),
    )
  })
}

function requireDomain({ store }: Environment, id: string) {
  for (const organization of store.organizations.all()) {
    const domain = organization.domains.find((each) => each.id === id)
    if (domain) return { organization, domain }
  }
  throw notFoundError('Organization domain', id)
}

/** Domains stand in their organization, whose own `updated_at` they leave alone. */
function change(
  { store }: Environment,
  { id }: OrganizationRecord,
  domains: OrganizationDomainWire[],
): void {
  store.organizations.update(id, { domains })
}
