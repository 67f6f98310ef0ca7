import {
  authorizationProviderSchema,
  directorySchema,
  webhookEventNames,
} from '@latchkey/core/contract'
import { z } from 'zod'
import { minimumPasswordLength } from '../authentication/password.ts'
import { redirectProblem } from '../authentication/redirects.ts'
import { signInMethods } from '../authentication/signInMethod.ts'
import { isTotpSecret } from '../authentication/totp.ts'
import { suspicionSchema } from '../control/suspicions.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9:._-]*$/, 'must be lower case: letters, digits and : . _ -')
  .max(48)

const redirect = z.string().superRefine((uri, context) => {
  const problem = redirectProblem(uri)
  if (problem) context.addIssue({ code: 'custom', message: `cannot be registered: ${problem}` })
})

const idOf = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`), `must begin with ${prefix}_`)
    .optional()

const membershipSeed = z.strictObject({
  /** The organization's name, id or external id. */
  organization: z.string(),
  role: slug.optional(),
  roles: z.array(slug).min(1).optional(),
  status: z.enum(['active', 'inactive', 'pending']).default('active'),
})

/** How people may sign in to the environment. */
const authenticationSeed = z.strictObject({
  password: z.boolean().default(true),
  magicAuth: z.boolean().default(true),
  /** Whether people without an invitation may make an account. */
  signUp: z.boolean().default(true),
  /** Whether everybody needs a second factor. */
  mfa: z.enum(['optional', 'required']).default('optional'),
  /** Social providers that are switched on; `returnTokens` hands their own tokens on. */
  providers: z
    .array(
      z.strictObject({
        provider: authorizationProviderSchema.exclude(['authkit']),
        returnTokens: z.boolean().default(false),
      }),
    )
    .default([]),
})

/** What an organization asks of those who sign in to it. */
const policySeed = z.strictObject({
  /** The ways that it allows; without them, SSO alone once it has a connection, else any. */
  methods: z.array(z.enum(signInMethods)).min(1).optional(),
  mfa: z.enum(['inherited', 'required']).default('inherited'),
})

/** An SSO connection, and the people that its identity provider knows. */
const connectionSeed = z.strictObject({
  id: idOf('conn'),
  name: z.string().min(1),
  type: z.string().min(1).default('GenericSAML'),
  state: z.enum(['active', 'inactive', 'draft', 'validating']).default('active'),
  people: z
    .array(
      z.strictObject({
        email: z.email(),
        /** The address unless given. */
        idpId: z.string().min(1).optional(),
        firstName: z.string().optional(),
        lastName: z.string().optional(),
        groups: z.array(z.string()).default([]),
        attributes: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
})

const directorySeed = z.strictObject({
  id: idOf('directory'),
  name: z.string().min(1),
  type: z.enum(directorySchema.shape.type.options[0].options).default('okta scim v2.0'),
  users: z
    .array(
      z.strictObject({
        email: z.email(),
        firstName: z.string().optional(),
        lastName: z.string().optional(),
        state: z.enum(['active', 'suspended', 'inactive']).default('active'),
        groups: z.array(z.string()).default([]),
        customAttributes: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
})

const invitationSeed = z.strictObject({
  id: idOf('invitation'),
  email: z.email(),
  /** The organization's name, id or external id; without one it is to the product. */
  organization: z.string().optional(),
  role: slug.optional(),
  /** The address of the user who sent it. */
  inviter: z.email().optional(),
  token: z.string().min(10).optional(),
  expiresInDays: z.number().int().min(1).max(30).default(7),
})

/** An authenticator that is set up already. */
const factorSeed = z.strictObject({
  id: idOf('auth_factor'),
  type: z.literal('totp'),
  /** Base 32. */
  secret: z.string().refine(isTotpSecret, 'must be base 32: A to Z and 2 to 7, 16 or more'),
})

/** What an environment begins with. Everything may be left out. */
export const seedSchema = z.strictObject({
  /** The product, as the hosted pages name it. */
  application: z.strictObject({ name: z.string().min(1) }).optional(),
  /** Where a sign-in may lead back to. A loopback port may be `*`, and so may part of the first label. */
  redirectUris: z.array(redirect).min(1).optional(),
  /** Where a sign-out may lead to; the first is where it leads when nothing is asked for. */
  signOutRedirects: z.array(redirect).min(1).optional(),
  authentication: authenticationSeed.optional(),
  permissions: z
    .array(
      z.strictObject({
        slug,
        name: z.string().optional(),
        description: z.string().max(150).optional(),
      }),
    )
    .default([]),
  roles: z
    .array(
      z.strictObject({
        slug,
        name: z.string().max(48).optional(),
        description: z.string().max(150).optional(),
        permissions: z.array(slug).default([]),
      }),
    )
    .default([]),
  organizations: z
    .array(
      z.strictObject({
        id: idOf('org'),
        name: z.string().min(1),
        /** Domains that are verified. */
        domains: z.array(z.string().min(1)).default([]),
        externalId: z.string().max(128).optional(),
        metadata: z.record(z.string(), z.string()).default({}),
        entitlements: z.array(z.string()).default([]),
        policy: policySeed.optional(),
        connections: z.array(connectionSeed).default([]),
        /** Slugs of flags that are on for it. */
        featureFlags: z.array(slug).default([]),
        /** Groups of its members, by address. */
        groups: z
          .array(
            z.strictObject({
              name: z.string().min(1).max(256),
              description: z.string().max(150).optional(),
              members: z.array(z.email()).default([]),
            }),
          )
          .default([]),
        /** Roles of its own; their slugs begin with `org-`. */
        roles: z
          .array(
            z.strictObject({
              slug: slug.startsWith('org-'),
              name: z.string().max(48).optional(),
              description: z.string().max(150).optional(),
              permissions: z.array(slug).default([]),
            }),
          )
          .default([]),
        directory: directorySeed.optional(),
      }),
    )
    .default([]),
  /** Flags, and for whom they are on; those that only organizations name need not stand here. */
  featureFlags: z
    .array(
      z.strictObject({
        slug,
        name: z.string().optional(),
        description: z.string().max(150).optional(),
        enabled: z.boolean().default(true),
        /** Whether it is on for everybody. */
        everybody: z.boolean().default(false),
        tags: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  webhookEndpoints: z
    .array(
      z.strictObject({
        url: z.url(),
        /** `whsec_…`; a random one unless given. */
        secret: z.string().min(1).optional(),
        /** Names of events; all that there are unless given. */
        events: z.array(z.enum(webhookEventNames)).optional(),
      }),
    )
    .default([]),
  corsOrigins: z.array(z.url()).default([]),
  /** Providers whose accounts people can connect. */
  dataProviders: z
    .array(
      z.strictObject({
        slug,
        name: z.string().optional(),
        description: z.string().optional(),
        /** The scopes that accounts are asked for. */
        scopes: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  /** Applications that sign people in with AuthKit. */
  connectApplications: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        description: z.string().optional(),
        scopes: z.array(z.string()).default(['openid', 'profile', 'email']),
        redirectUris: z.array(z.url()).min(1),
      }),
    )
    .default([]),
  /** Makes up audit logs for so many days before now, so that charts have a shape. */
  history: z.strictObject({ days: z.number().int().min(1).max(365) }).optional(),
  /** What access tokens say besides, as the template that WorkOS has. */
  jwtTemplate: z.string().optional(),
  users: z
    .array(
      z.strictObject({
        id: idOf('user'),
        email: z.email(),
        /** Without one, nobody can sign in with a password until it is reset. */
        password: z.string().min(minimumPasswordLength).optional(),
        firstName: z.string().optional(),
        lastName: z.string().optional(),
        emailVerified: z.boolean().default(true),
        profilePictureUrl: z.url().optional(),
        externalId: z.string().max(128).optional(),
        metadata: z.record(z.string(), z.string()).default({}),
        memberships: z.array(membershipSeed).default([]),
        factors: z.array(factorSeed).default([]),
        /** Makes Radar ask for a code, by email or SMS, whenever the person signs in. */
        radar: suspicionSchema.optional(),
        /** Names of applications that the person has let in. */
        authorizedApplications: z.array(z.string()).default([]),
        /** Social providers that the person signs in with. */
        identities: z.array(authorizationProviderSchema.exclude(['authkit'])).default([]),
      }),
    )
    .default([]),
  invitations: z.array(invitationSeed).default([]),
})

/** A seed as written, in YAML, JSON or TypeScript. */
export type Seed = z.input<typeof seedSchema>
/** A seed with its defaults filled in. */
export type ParsedSeed = z.output<typeof seedSchema>
