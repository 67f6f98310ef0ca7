import { workos } from '@latchkey/next'
import { cache } from 'react'

type Organization = Awaited<ReturnType<ReturnType<typeof workos>['organizations']['get']>>

/** What can be said about the organization of a session. */
export type OrganizationState =
  | { status: 'none' }
  | { status: 'found'; organization: Organization }
  | { status: 'unavailable'; id: string }

/**
 * Asks WorkOS for the organization, once per request. A page is better with its name than without,
 * but works without: every failure becomes `unavailable`.
 */
export const loadOrganization = cache(
  async (id: string | undefined): Promise<OrganizationState> => {
    if (id === undefined) return { status: 'none' }
    try {
      return { status: 'found', organization: await workos().organizations.get({ id }) }
    } catch (error) {
      console.warn(`Orchard could not read organization ${id}.`, error)
      return { status: 'unavailable', id }
    }
  },
)
