import type { Environment } from '../environment.ts'
import { deleteMembership } from './deleteMembership.ts'

/** Deletes an organization with everything that is its own. */
export function deleteOrganization(environment: Environment, organizationId: string): void {
  const { store } = environment
  const isIts = ({ organization_id }: { organization_id?: string | null }) =>
    organization_id === organizationId
  for (const { id } of store.memberships.filter(isIts)) deleteMembership(environment, id)
  for (const { id } of store.apiKeys.filter(({ owner }) =>
    owner.type === 'organization' ? owner.id === organizationId : isIts(owner),
  )) {
    store.apiKeys.delete(id)
  }
  for (const owned of [
    store.invitations,
    store.groups,
    store.organizationRoles,
    store.connections,
    store.directoryUsers,
    store.directoryGroups,
    store.directories,
    store.authorizationResources,
    store.auditLogEvents,
    store.connectedAccounts,
    store.providerConfigurations,
  ]) {
    for (const { id } of owned.all().filter(isIts)) owned.delete(id)
  }
  store.organizations.delete(organizationId)
}
