import { type Change, type Collection, createCollection, type Identified } from './collection.ts'
import type {
  ApplicationRecord,
  AuthorizationCodeRecord,
  BrowserSessionRecord,
  EmailRecord,
  EmailVerificationRecord,
  FlowRecord,
  MembershipRecord,
  OrganizationRecord,
  PasswordResetRecord,
  PermissionRecord,
  RedirectRecord,
  RefreshTokenRecord,
  RoleRecord,
  SessionRecord,
  SigningKeyRecord,
  UserRecord,
} from './records.ts'
import type { Storage } from './storage.ts'

type Records = {
  applications: ApplicationRecord
  users: UserRecord
  organizations: OrganizationRecord
  memberships: MembershipRecord
  roles: RoleRecord
  permissions: PermissionRecord
  redirectUris: RedirectRecord
  signOutRedirects: RedirectRecord
  sessions: SessionRecord
  refreshTokens: RefreshTokenRecord
  authorizationCodes: AuthorizationCodeRecord
  browserSessions: BrowserSessionRecord
  flows: FlowRecord
  emailVerifications: EmailVerificationRecord
  passwordResets: PasswordResetRecord
  emails: EmailRecord
  signingKeys: SigningKeyRecord
}

type Collections = { readonly [Name in keyof Records]: Collection<Records[Name]> }

/** Everything an environment knows. */
export type Store = Collections & {
  /** Writes what changed since the last time, as one transaction. Call it before answering. */
  flush(): void
  /** Forgets everything except the signing keys, which products may have fetched already. */
  clear(): void
  close(): void
}

/** Opens a store on what was kept before. */
export function openStore(storage: Storage): Store {
  let changes: Change[] = []
  const kept = storage.read()
  const collection = <Item extends Identified>(name: keyof Records) =>
    createCollection<Item>({
      name,
      // The storage holds what this collection wrote to it.
      initial: (kept.get(name) ?? []) as Item[],
      changed: (change) => changes.push(change),
    })

  const collections: Collections = {
    applications: collection('applications'),
    users: collection('users'),
    organizations: collection('organizations'),
    memberships: collection('memberships'),
    roles: collection('roles'),
    permissions: collection('permissions'),
    redirectUris: collection('redirectUris'),
    signOutRedirects: collection('signOutRedirects'),
    sessions: collection('sessions'),
    refreshTokens: collection('refreshTokens'),
    authorizationCodes: collection('authorizationCodes'),
    browserSessions: collection('browserSessions'),
    flows: collection('flows'),
    emailVerifications: collection('emailVerifications'),
    passwordResets: collection('passwordResets'),
    emails: collection('emails'),
    signingKeys: collection('signingKeys'),
  }
  return {
    ...collections,
    flush: () => {
      if (changes.length === 0) return
      const pending = changes
      changes = []
      storage.write(pending)
    },
    clear: () => {
      const { signingKeys: _, ...forgotten } = collections
      for (const items of Object.values(forgotten)) {
        for (const { id } of items.all()) items.delete(id)
      }
    },
    close: () => storage.close(),
  }
}
