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
 * What the emulator knows when nobody tells it otherwise: three organizations with a dozen people
 * who sign in by password alone, one that wants a second factor, and one that wants SSO.
 * Ids are pinned, so that they are the same in every run.
 */
export const defaultSeed: Seed = {
  authentication: {
    providers: [
      { provider: 'GoogleOAuth' },
      { provider: 'MicrosoftOAuth' },
      { provider: 'GitHubOAuth' },
      { provider: 'AppleOAuth' },
    ],
  },
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
  featureFlags: [
    {
      slug: 'advanced-reports',
      name: 'Advanced reports',
      description: 'Reports over several projects',
      tags: ['reports'],
    },
    { slug: 'new-navigation', name: 'New navigation', enabled: false },
  ],
  history: { days: 30 },
  organizations: [
    {
      id: 'org_01JNORTHWIND0000000000000A',
      name: 'Northwind Freight',
      domains: ['northwind.example'],
      metadata: { plan: 'enterprise' },
      entitlements: ['audit-logs', 'sso'],
      groups: [
        {
          name: 'Dispatch',
          description: 'Who keeps the freight moving',
          members: ['ada@northwind.example', 'ben@northwind.example'],
        },
      ],
      directory: {
        id: 'directory_01JNORTHWINDDIR0000000000',
        name: 'Northwind directory',
        type: 'okta scim v2.0',
        users: [
          entry('Ada', 'Okafor', ['Engineering', 'Leads']),
          entry('Ben', 'Lindqvist', ['Engineering']),
          entry('Carmen', 'Reyes', ['Finance']),
          { ...entry('Tove', 'Larsen', ['Finance']), state: 'inactive' },
        ],
      },
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
    {
      id: 'org_01JLEDGERLINE00000000000D',
      name: 'Ledgerline',
      domains: ['ledgerline.example'],
      metadata: { plan: 'team' },
      policy: { mfa: 'required' },
    },
    {
      id: 'org_01JMERIDIANBANK000000000E',
      name: 'Meridian Bank',
      domains: ['meridian.example'],
      metadata: { plan: 'enterprise' },
      entitlements: ['audit-logs', 'sso'],
      featureFlags: ['advanced-reports'],
      connections: [
        {
          id: 'conn_01JMERIDIANSSO0000000000A',
          name: 'Meridian SSO',
          type: 'GenericSAML',
          people: [
            {
              email: 'nora@meridian.example',
              firstName: 'Nora',
              lastName: 'Haddad',
              groups: ['Engineering', 'Admins'],
              attributes: { department: 'Platform' },
            },
            {
              email: 'omar@meridian.example',
              firstName: 'Omar',
              lastName: 'Castillo',
              groups: ['Finance'],
              attributes: { department: 'Treasury' },
            },
          ],
        },
      ],
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
    // Has an authenticator, which the organization wants.
    {
      ...person('Mina', 'Park', 'ledgerline.example', [['Ledgerline', 'admin']]),
      factors: [
        {
          id: 'auth_factor_01JMINAPARK0000000000000',
          type: 'totp',
          secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        },
      ],
    },
    // Still has to set one up.
    person('Paul', 'Novak', 'ledgerline.example', [['Ledgerline', 'member']]),
    // Signs in at the identity provider of the organization.
    withoutPassword(person('Nora', 'Haddad', 'meridian.example', [['Meridian Bank', 'admin']])),
    // Has no password: a code comes by email.
    withoutPassword(person('Quinn', 'Farrell', 'home.example', [])),
  ],
  invitations: [
    {
      id: 'invitation_01JRUBY0000000000000000000',
      email: 'ruby@northwind.example',
      organization: 'Northwind Freight',
      role: 'viewer',
      inviter: 'ada@northwind.example',
      token: 'invitedRubyToNorthwind001',
    },
    {
      id: 'invitation_01JSAM00000000000000000000',
      email: 'sam@halcyon.example',
      organization: 'Halcyon Health',
      role: 'member',
      inviter: 'elif@halcyon.example',
      token: 'invitedSamToHalcyonHealth01',
    },
  ],
}

function withoutPassword({ password: _, ...rest }: ReturnType<typeof person>) {
  return rest
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

/** Somebody as Northwind's directory knows them. */
function entry(firstName: string, lastName: string, groups: string[]) {
  return { email: `${firstName.toLowerCase()}@northwind.example`, firstName, lastName, groups }
}
