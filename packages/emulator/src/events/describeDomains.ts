import type { Transition } from '../store/collection.ts'
import type { OrganizationRecord } from '../store/records.ts'
import type { NewEvent } from './recordEvent.ts'

type Domain = OrganizationRecord['domains'][number]

/** What became of the domains that stand in an organization's record. */
export function describeDomains({ before, after }: Transition<OrganizationRecord>): NewEvent[] {
  const then = before?.domains ?? []
  const now = after?.domains ?? []
  const find = (domains: Domain[], id: string) => domains.find((each) => each.id === id)
  return [
    ...then.flatMap((domain) => (find(now, domain.id) ? [] : [said('deleted', domain)])),
    ...now.flatMap((domain) => {
      const earlier = find(then, domain.id)
      if (!earlier) return [said('created', domain)]
      if (earlier.state !== domain.state && domain.state === 'verified') {
        return [said('verified', domain)]
      }
      return earlier === domain ? [] : [said('updated', domain)]
    }),
  ]
}

const said = (what: 'created' | 'updated' | 'verified' | 'deleted', domain: Domain): NewEvent => ({
  event: `organization_domain.${what}`,
  data: domain,
})
