import type { Seed } from './seed.ts'

const password = 'open-sesame-42'

const permissions: Seed['permissions'] = [
  { slug: 'projects:read', name: 'See projects' },
  { slug: 'projects:write', name: 'Make and change projects' },
  { slug: 'members:read', name: 'See members' },
  { slug: 'members:manage', name: 'Invite and change members' },
  { slug: 'billing:manage', name: 'Manage billing' },
  { slug: 'settings:manage', name: 'Change settings' },
]

/**
 * What the emulator knows when nobody tells it otherwise: three organizations and a dozen people.
 * Ids are pinned, so that they are the same in every run.
 */
export const defaultSeed: Seed = {
  permissions,
  roles: [
    {
      slug: 'admin',
      name: 'Admin',
      description: 'Runs the organization',
      permissions: permissions.map(({ slug }) => slug),
    },
    {
      slug: 'billing',
      name: 'Billing',
      description: 'Pays for it',
      permissions: ['projects:read', 'members:read', 'billing:manage'],
    },
    {
      slug: 'member',
      name: 'Member',
      description: 'Works in it',
      permissions: ['projects:read', 'projects:write', 'members:read'],
    },
    {
      slug: 'viewer',
      name: 'Viewer',
      description: 'Looks on',
      permissions: ['projects:read'],
    },
  ],
  organizations: [
    {
      id: 'org_01JNORTHWIND0000000000000A',
      name: 'Northwind Freight',
      domains: ['northwind.example'],
      metadata: { plan: 'enterprise' },
      entitlements: ['audit-logs', 'sso'],
    },
    {
      id: 'org_01JHALCYON000000000000000B',
      name: 'Halcyon Health',
      domains: ['halcyon.example'],
      metadata: { plan: 'team' },
      entitlements: ['audit-logs'],
    },
    {
      id: 'org_01JPAPERKITE0000000000000C',
      name: 'Paper Kite Studio',
      domains: ['paperkite.example'],
      metadata: { plan: 'free' },
    },
  ],
  users: [
    person('Ada', 'Okafor', 'northwind.example', [['Northwind Freight', 'admin']]),
    person('Ben', 'Lindqvist', 'northwind.example', [['Northwind Freight', 'member']]),
    person('Carmen', 'Reyes', 'northwind.example', [['Northwind Freight', 'billing']]),
    person('Dev', 'Raman', 'northwind.example', [['Northwind Freight', 'viewer']]),
    person('Elif', 'Demir', 'halcyon.example', [['Halcyon Health', 'admin']]),
    person('Femi', 'Adeyemi', 'halcyon.example', [['Halcyon Health', 'member']]),
    person('Grace', 'Tanaka', 'halcyon.example', [['Halcyon Health', 'viewer']]),
    person('Hugo', 'Marchetti', 'paperkite.example', [['Paper Kite Studio', 'admin']]),
    person('Ines', 'Nowak', 'paperkite.example', [['Paper Kite Studio', 'member']]),
    // In two organizations, with a different role in each.
    person('Jonas', 'Weber', 'consult.example', [
      ['Northwind Freight', 'member'],
      ['Halcyon Health', 'admin'],
    ]),
    // In none.
    person('Kim', 'Sato', 'home.example', []),
    // Still has to verify the address.
    { ...person('Lena', 'Brandt', 'home.example', []), emailVerified: false },
  ],
}

function person(
  firstName: string,
  lastName: string,
  domain: string,
  memberships: [organization: string, role: string][],
) {
  const name = firstName.toUpperCase()
  return {
    id: `user_01J${name.padEnd(23, '0')}`,
    email: `${firstName.toLowerCase()}@${domain}`,
    password,
    firstName,
    lastName,
    memberships: memberships.map(([organization, role]) => ({ organization, role })),
  }
}
