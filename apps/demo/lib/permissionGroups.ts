/** Permissions that concern the same thing. */
export interface PermissionGroup {
  resource: string
  actions: string[]
}

/** Sorts slugs such as `requests:approve` under what they concern; order is kept. */
export function permissionGroups(permissions: readonly string[]): PermissionGroup[] {
  const byResource = Map.groupBy(permissions, (slug) => split(slug).resource)
  return [...byResource].map(([resource, slugs]) => ({
    resource,
    actions: slugs.map((slug) => split(slug).action),
  }))
}

function split(slug: string): { resource: string; action: string } {
  const end = slug.search(/[:.]/)
  return end === -1
    ? { resource: 'general', action: slug }
    : { resource: slug.slice(0, end), action: slug.slice(end + 1) }
}
