import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { OrganizationRecord, UserRecord } from '../store/records.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** What people do, and how often out of a hundred times. */
const actions: readonly [action: string, weight: number, target: string][] = [
  ['user.signed_in', 52, 'session'],
  ['project.updated', 18, 'project'],
  ['project.created', 11, 'project'],
  ['member.invited', 7, 'invitation'],
  ['member.role_changed', 5, 'user'],
  ['settings.updated', 4, 'organization'],
  ['billing.updated', 3, 'organization'],
]
const projects = ['Atlas', 'Beacon', 'Cinder', 'Driftwood', 'Ember']
const locations = ['198.51.100.24', '198.51.100.87', '203.0.113.5', '203.0.113.61']

/**
 * Audit log events of the days up to now, the same in every run: busy weekdays, quiet weekends, no
 * two days alike, and a little more of everything towards today.
 */
export function addHistory(environment: Environment, { days }: { days: number }): void {
  const { store, clock } = environment
  const random = randomNumbers(20260101)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const midnight = Math.floor(clock.now() / day) * day
  const people = peopleByOrganization(environment)

  for (let back = days; back >= 0; back--) {
    const start = midnight - back * day
    const weekend = [0, 6].includes(new Date(start).getUTCDay())
    for (const { organization, members } of people) {
      const trend = 1.3 - (0.6 * back) / days
      const busy = members.length * (weekend ? 0.4 : 2.2) * trend * (0.55 + 0.9 * random())
      for (let count = Math.round(busy + random()); count > 0; count--) {
        const actor = pick(members)
        if (!actor) continue
        const [action, target] = chooseAction(random() * 100)
        const occurred = start + (8 + 10 * random()) * hour
        // Of today, only what has been.
        if (occurred > clock.now()) continue
        store.auditLogEvents.insert({
          id: newId('auditLogEvent', occurred),
          organization_id: organization.id,
          action,
          occurred_at: isoTime(Math.floor(occurred)),
          version: 1,
          actor: { id: actor.id, type: 'user', name: actor.name ?? actor.email },
          targets: [targetFor(target, { organization, project: pick(projects) ?? 'Atlas' })],
          context: { location: pick(locations) ?? '198.51.100.24' },
          metadata: {},
        })
      }
    }
  }
}

function peopleByOrganization({ store }: Environment) {
  return store.organizations.all().map((organization) => ({
    organization,
    members: store.memberships
      .filter(({ organization_id }) => organization_id === organization.id)
      .flatMap(({ user_id }): UserRecord[] => {
        const user = store.users.get(user_id)
        return user ? [user] : []
      }),
  }))
}

function chooseAction(point: number): [action: string, target: string] {
  let sum = 0
  for (const [action, weight, target] of actions) {
    sum += weight
    if (point < sum) return [action, target]
  }
  return ['user.signed_in', 'session']
}

function targetFor(
  type: string,
  { organization, project }: { organization: OrganizationRecord; project: string },
) {
  if (type === 'project') return { id: `project_${project.toLowerCase()}`, type, name: project }
  return { id: organization.id, type, name: organization.name }
}

/** Numbers below 1, always the same for the same beginning (mulberry32). */
function randomNumbers(beginning: number): () => number {
  let state = beginning
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
