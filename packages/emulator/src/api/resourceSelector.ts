import type { Environment } from '../environment.ts'
import { notFoundError } from './apiError.ts'

/** A resource as requests name it: by WorkOS's id, or by the product's own and its type. */
export type ResourceSelector = {
  resource_id?: string | undefined
  resource_external_id?: string | undefined
  resource_type_slug?: string | undefined
}

/** A resource as assignments show it. An organization is one too, of the type `organization`. */
export type AssignedResource = { id: string; external_id: string; resource_type_slug: string }

/** The resource that a request names within an organization; 404 when there is none. */
export function requireResource(
  environment: Environment,
  { organizationId, selector }: { organizationId: string; selector: ResourceSelector },
): AssignedResource {
  const { resource_id, resource_external_id, resource_type_slug } = selector
  if (
    resource_id === organizationId ||
    (resource_type_slug === 'organization' && resource_external_id === organizationId)
  ) {
    return presentAssigned(environment, organizationId)
  }
  const found = environment.store.authorizationResources.find(
    (each) =>
      each.organization_id === organizationId &&
      (resource_id === undefined
        ? each.external_id === resource_external_id &&
          each.resource_type_slug === resource_type_slug
        : each.id === resource_id),
  )
  const named = resource_id ?? resource_external_id ?? ''
  if (!found) throw notFoundError('Authorization resource', named)
  return presentAssigned(environment, found.id)
}

/** A resource or an organization, as assignments show it. */
export function presentAssigned({ store }: Environment, id: string): AssignedResource {
  const resource = store.authorizationResources.get(id)
  return resource
    ? { id, external_id: resource.external_id, resource_type_slug: resource.resource_type_slug }
    : {
        id,
        external_id: store.organizations.get(id)?.external_id ?? id,
        resource_type_slug: 'organization',
      }
}
