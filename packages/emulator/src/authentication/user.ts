import type { UserWire } from '@latchkey/core/contract'
import { isoTime } from '../clock.ts'
import type { Environment } from '../environment.ts'
import type { Collection } from '../store/collection.ts'
import { newId } from '../store/id.ts'
import type { UserRecord } from '../store/records.ts'
import { endSession } from './session.ts'

/** A user as the API shows it. */
export function presentUser({ password, ...user }: UserRecord): UserWire {
  return user
}

/** Whether a text can be an address. */
export const isEmailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

/** Finds a user by address; case is kept but does not matter. */
export function findUserByEmail({ store }: Environment, email: string): UserRecord | undefined {
  const wanted = email.trim().toLowerCase()
  return store.users.find((user) => user.email.toLowerCase() === wanted)
}

/** The parts of a user that its maker decides. */
export type NewUser = Pick<UserRecord, 'email' | 'password'> &
  Partial<Omit<UserRecord, 'object' | 'created_at' | 'updated_at' | 'name' | 'last_sign_in_at'>>

/** Makes a user. */
export function createUser({ store, clock }: Environment, user: NewUser): UserRecord {
  const now = clock.now()
  const { first_name = null, last_name = null } = user
  return store.users.insert({
    object: 'user',
    id: newId('user', now),
    email_verified: false,
    profile_picture_url: null,
    last_sign_in_at: null,
    locale: null,
    external_id: null,
    metadata: {},
    ...user,
    first_name,
    last_name,
    name: fullName({ first_name, last_name }),
    created_at: isoTime(now),
    updated_at: isoTime(now),
  })
}

/** Both names, as the API shows them in `name`. */
export function fullName(names: {
  first_name: string | null
  last_name: string | null
}): string | null {
  return [names.first_name, names.last_name].filter(Boolean).join(' ') || null
}

/** Deletes a user, everything that is theirs, and every session they have. */
export function deleteUser(environment: Environment, userId: string): void {
  const { store } = environment
  for (const session of store.sessions.filter(({ user_id }) => user_id === userId)) {
    endSession(environment, session)
  }
  for (const session of store.browserSessions.filter(({ user_id }) => user_id === userId)) {
    store.browserSessions.delete(session.id)
  }
  forget(store.memberships, userId)
  forget(store.factors, userId)
  forget(store.identities, userId)
  forget(store.magicAuths, userId)
  forget(store.connectedAccounts, userId)
  forget(store.connectGrants, userId)
  forget(store.radarChallenges, userId)
  forget(store.smsVerifications, userId)
  forget(store.pendingAuthentications, userId)
  store.users.delete(userId)
}

function forget<Item extends { id: string; user_id: string | null }>(
  owned: Collection<Item>,
  userId: string,
): void {
  for (const { id } of owned.filter(({ user_id }) => user_id === userId)) owned.delete(id)
}
