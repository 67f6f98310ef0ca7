import { type ParsedSeed, seedSchema } from './seed.ts'

/** One thing wrong with a seed, and where. */
export type SeedProblem = { path: PropertyKey[]; message: string }

/** A seed that cannot be used; the message names every place at once. */
export class SeedError extends Error {
  constructor(source: string, problems: readonly SeedProblem[], placeOf = spell) {
    const lines = problems.map(({ path, message }) => `  ${placeOf(path)}: ${message}`)
    super(`${source} cannot be used:\n${lines.join('\n')}`)
    this.name = 'SeedError'
  }
}

/** Checks a seed's shape, then that everything it refers to is there. */
export function parseSeed(
  value: unknown,
  options: { source: string; placeOf?: (path: readonly PropertyKey[]) => string },
): ParsedSeed {
  const { source, placeOf } = options
  const result = seedSchema.safeParse(value ?? {})
  if (!result.success) throw new SeedError(source, result.error.issues.map(toProblem), placeOf)
  const problems = findProblems(result.data)
  if (problems.length > 0) throw new SeedError(source, problems, placeOf)
  return result.data
}

function toProblem(issue: { path: PropertyKey[]; message: string }): SeedProblem {
  return { path: issue.path, message: issue.message }
}

function findProblems(seed: ParsedSeed): SeedProblem[] {
  const permissions = new Set(seed.permissions.map(({ slug }) => slug))
  const roles = new Set(seed.roles.map(({ slug }) => slug))
  const organizations = new Set(
    seed.organizations.flatMap(({ id, name, externalId }) => [id, name, externalId]),
  )
  return [
    ...repeated(seed.permissions, 'permissions', 'slug', ({ slug }) => slug),
    ...repeated(seed.roles, 'roles', 'slug', ({ slug }) => slug),
    ...repeated(seed.organizations, 'organizations', 'name', ({ name }) => name),
    ...repeated(seed.organizations, 'organizations', 'id', ({ id }) => id),
    ...repeated(seed.users, 'users', 'email', ({ email }) => email.toLowerCase()),
    ...repeated(seed.users, 'users', 'id', ({ id }) => id),
    ...repeated(seed.invitations, 'invitations', 'token', ({ token }) => token),
    ...repeated(seed.dataProviders, 'dataProviders', 'slug', ({ slug }) => slug),
    ...repeated(seed.connectApplications, 'connectApplications', 'name', ({ name }) => name),
    ...missingApplications(seed),
    ...missingInvitationParts(seed, { roles, organizations }),
    ...seed.roles.flatMap((role, i) =>
      role.permissions.flatMap((slug, j) =>
        permissions.has(slug)
          ? []
          : [{ path: ['roles', i, 'permissions', j], message: `no permission is named "${slug}"` }],
      ),
    ),
    ...seed.users.flatMap((user, i) =>
      user.memberships.flatMap((membership, j) => {
        const path = ['users', i, 'memberships', j]
        return [
          ...(organizations.has(membership.organization)
            ? []
            : [
                {
                  path: [...path, 'organization'],
                  message: `no organization is named "${membership.organization}"`,
                },
              ]),
          ...(membership.roles ?? [membership.role ?? 'member'])
            .filter((slug) => !roles.has(slug) && !ownRoles(seed, membership).includes(slug))
            .map((slug) => ({ path: [...path, 'role'], message: `no role is named "${slug}"` })),
        ]
      }),
    ),
  ]
}

function missingInvitationParts(
  seed: ParsedSeed,
  known: { roles: Set<string>; organizations: Set<string | undefined> },
): SeedProblem[] {
  const addresses = new Set(seed.users.map(({ email }) => email.toLowerCase()))
  return seed.invitations.flatMap(({ organization, role, inviter }, i) => [
    ...(organization === undefined || known.organizations.has(organization)
      ? []
      : [
          {
            path: ['invitations', i, 'organization'],
            message: `no organization is named "${organization}"`,
          },
        ]),
    ...(role === undefined || known.roles.has(role)
      ? []
      : [{ path: ['invitations', i, 'role'], message: `no role is named "${role}"` }]),
    ...(inviter === undefined || addresses.has(inviter.toLowerCase())
      ? []
      : [{ path: ['invitations', i, 'inviter'], message: `nobody has the address "${inviter}"` }]),
  ])
}

function missingApplications({ users, connectApplications }: ParsedSeed): SeedProblem[] {
  const applications = new Set(connectApplications.map(({ name }) => name))
  return users.flatMap(({ authorizedApplications }, i) =>
    authorizedApplications.flatMap((name, j) =>
      applications.has(name)
        ? []
        : [
            {
              path: ['users', i, 'authorizedApplications', j],
              message: `no application is named "${name}"`,
            },
          ],
    ),
  )
}

/** Slugs of the roles that only the membership's organization has. */
const ownRoles = (seed: ParsedSeed, { organization }: { organization: string }): string[] =>
  seed.organizations
    .filter(({ id, name, externalId }) => [id, name, externalId].includes(organization))
    .flatMap(({ roles }) => roles.map(({ slug }) => slug))

function repeated<Item>(
  items: readonly Item[],
  list: string,
  field: string,
  keyOf: (item: Item) => string | undefined,
): SeedProblem[] {
  const values = items.map(keyOf)
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index
      ? [{ path: [list, index, field], message: `"${value}" is there twice` }]
      : [],
  )
}

/** `users[3].email`, as one would write it. */
export function spell(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the seed'
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}
