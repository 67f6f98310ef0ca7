import type { Environment } from '../../environment.ts'
import { duration } from '../../ui/ago.tsx'
import type { Room } from './rooms.ts'

/** What stands beside a room's name; `urgent` where something is not as it usually is. */
export type Sign = { text: string; urgent?: boolean }

/** What there is to see in each room, so that nothing in force is forgotten. */
export function signs({ store, faults, clock }: Environment): Partial<Record<Room, Sign>> {
  const inForce = faults.list().filter(({ hits, count }) => count === undefined || hits < count)
  const failed = store.deliveries.filter(({ state }) => state === 'failed').length
  return {
    Users: { text: String(store.users.all().length) },
    Organizations: { text: String(store.organizations.all().length) },
    ...counted('Inbox', store.emails.all().length),
    ...(failed > 0 && { Webhooks: { text: `${failed} failed`, urgent: true } }),
    ...(inForce.length > 0 && { Faults: { text: String(inForce.length), urgent: true } }),
    ...clockSign(clock),
  }
}

const counted = (room: Room, count: number): Partial<Record<Room, Sign>> =>
  count > 0 ? { [room]: { text: String(count) } } : {}

function clockSign(clock: Environment['clock']): Partial<Record<Room, Sign>> {
  if (clock.frozen) return { Clock: { text: 'frozen', urgent: true } }
  const offset = clock.now() - Date.now()
  if (Math.abs(offset) < 1000) return {}
  const sign = offset > 0 ? '+' : '−'
  return { Clock: { text: `${sign}${duration(Math.abs(offset) + 500)}`, urgent: true } }
}
