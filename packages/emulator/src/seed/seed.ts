import { z } from 'zod'
import { minimumPasswordLength } from '../authentication/password.ts'
import { redirectProblem } from '../authentication/redirects.ts'

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

/** What an environment begins with. Everything may be left out. */
export const seedSchema = z.strictObject({
  /** The product, as the hosted pages name it. */
  application: z.strictObject({ name: z.string().min(1) }).optional(),
  /** Where a sign-in may lead back to. A loopback port may be `*`, and so may part of the first label. */
  redirectUris: z.array(redirect).min(1).optional(),
  /** Where a sign-out may lead to; the first is where it leads when nothing is asked for. */
  signOutRedirects: z.array(redirect).min(1).optional(),
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
        featureFlags: z.array(z.string()).default([]),
      }),
    )
    .default([]),
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
      }),
    )
    .default([]),
})

/** A seed as written, in YAML, JSON or TypeScript. */
export type Seed = z.input<typeof seedSchema>
/** A seed with its defaults filled in. */
export type ParsedSeed = z.output<typeof seedSchema>
