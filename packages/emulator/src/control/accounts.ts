import type { Environment } from '../environment.ts'

/** Somebody who can sign in, for a person to pick from. */
export type Account = {
  email: string
  name: string | null
  /** Absent when the seed gives none, or the person has chosen another since. */
  password?: string
  emailVerified: boolean
  organizations: { id: string; name: string; role: string }[]
}

/** Everybody the environment knows, in the order of the seed. */
export function listAccounts({ store }: Environment): Account[] {
  return store.users.all().map(({ id, email, name = null, password, email_verified }) => ({
    email,
    name,
    ...(password.type === 'seeded' && { password: password.value }),
    emailVerified: email_verified,
    organizations: store.memberships
      .filter(({ user_id, status }) => user_id === id && status === 'active')
      .flatMap(({ organization_id, role_slugs }) => {
        const organization = store.organizations.get(organization_id)
        return organization
          ? [{ id: organization.id, name: organization.name, role: role_slugs[0] }]
          : []
      }),
  }))
}
