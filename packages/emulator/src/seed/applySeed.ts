import { createUser } from '../authentication/user.ts'
import { isoTime } from '../clock.ts'
import { suspect } from '../control/suspicions.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { MembershipRecord, OrganizationRecord, UserRecord } from '../store/records.ts'
import { addConnectApplications, addGrants } from './addConnectApplications.ts'
import { addDirectory } from './addDirectory.ts'
import { addGroups } from './addGroups.ts'
import { addHistory } from './addHistory.ts'
import { addResources } from './addResources.ts'
import { organizationNamed } from './organizationNamed.ts'
import type { ParsedSeed } from './seed.ts'
import { addConnections, addFactors, addInvitation, addSettings } from './signInSeed.ts'

/** Redirects that a product under development has, whatever its port. */
const loopbackRedirectUris = ['localhost', '127.0.0.1'].flatMap((host) => [
  `http://${host}:*/auth/callback`,
  `http://${host}:*/callback`,
])
const loopbackSignOutRedirects = ['http://localhost:*', 'http://127.0.0.1:*']

/** Fills an empty store with what the seed says. */
export function applySeed(environment: Environment, seed: ParsedSeed): void {
  const { store, clock } = environment
  const now = clock.now()
  const recorded = { created_at: isoTime(now), updated_at: isoTime(now) }

  store.applications.insert({ id: environment.clientId, name: seed.application?.name ?? null })
  const redirects = [
    [store.redirectUris, 'redirectUri', seed.redirectUris ?? loopbackRedirectUris],
    [store.signOutRedirects, 'signOutRedirect', seed.signOutRedirects ?? loopbackSignOutRedirects],
  ] as const
  for (const [collection, kind, uris] of redirects) {
    for (const [index, uri] of uris.entries()) {
      collection.insert({ id: newId(kind, now), uri, default: index === 0, ...recorded })
    }
  }
  addSettings(environment, seed)
  for (const { slug, name = slug, description = null } of seed.permissions) {
    store.permissions.insert({
      id: newId('permission', now),
      slug,
      name,
      description,
      resource_type_slug: 'organization',
      ...recorded,
    })
  }
  for (const { slug, name = slug, description = null, permissions } of seed.roles) {
    store.roles.insert({
      id: newId('role', now),
      slug,
      name,
      description,
      resource_type_slug: 'organization',
      permissions,
      ...recorded,
    })
  }
  for (const organization of seed.organizations) {
    addConnections(environment, addOrganization(environment, organization), organization)
  }
  addConnectApplications(environment, seed)
  for (const user of seed.users) {
    addFactors(environment, addUser(environment, user), user)
    addGrants(environment, user)
    if (user.radar) suspect(environment, { email: user.email, ...user.radar })
  }
  for (const invitation of seed.invitations) addInvitation(environment, invitation)
  for (const { name, groups } of seed.organizations) {
    addGroups(environment, { organizationId: organizationNamed(environment, name).id, groups })
  }
  addResources(environment, seed)
  if (seed.history) addHistory(environment, seed.history)
  store.flush()
}

function addOrganization(
  environment: Environment,
  seed: ParsedSeed['organizations'][number],
): OrganizationRecord {
  const { store, clock } = environment
  const now = clock.now()
  const recorded = { created_at: isoTime(now), updated_at: isoTime(now) }
  const id = seed.id ?? newId('organization', now)
  const organization = store.organizations.insert({
    object: 'organization',
    id,
    name: seed.name,
    domains: seed.domains.map((domain) => ({
      object: 'organization_domain',
      id: newId('organizationDomain', now),
      organization_id: id,
      domain,
      state: 'verified',
      verification_strategy: 'manual',
      ...recorded,
    })),
    metadata: seed.metadata,
    external_id: seed.externalId ?? null,
    entitlements: seed.entitlements,
    ...recorded,
  })
  for (const { slug, name = slug, description = null, permissions } of seed.roles) {
    store.organizationRoles.insert({
      id: newId('role', now),
      organization_id: id,
      slug,
      name,
      description,
      resource_type_slug: 'organization',
      permissions,
      ...recorded,
    })
  }
  if (seed.directory) addDirectory(environment, { organizationId: id, seed: seed.directory })
  return organization
}

function addUser(environment: Environment, seed: ParsedSeed['users'][number]): UserRecord {
  const { store, clock } = environment
  const now = clock.now()
  const user = createUser(environment, {
    ...(seed.id !== undefined && { id: seed.id }),
    email: seed.email,
    email_verified: seed.emailVerified,
    first_name: seed.firstName ?? null,
    last_name: seed.lastName ?? null,
    profile_picture_url: seed.profilePictureUrl ?? null,
    external_id: seed.externalId ?? null,
    metadata: seed.metadata,
    password:
      seed.password === undefined ? { type: 'none' } : { type: 'seeded', value: seed.password },
  })
  for (const { organization, role, roles, status } of seed.memberships) {
    store.memberships.insert({
      id: newId('membership', now),
      user_id: user.id,
      organization_id: organizationNamed(environment, organization).id,
      status,
      role_slugs: (roles as MembershipRecord['role_slugs'] | undefined) ?? [role ?? 'member'],
      directory_managed: false,
      custom_attributes: {},
      created_at: isoTime(now),
      updated_at: isoTime(now),
    })
  }
  return user
}
