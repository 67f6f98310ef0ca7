import { sealData } from 'iron-session'
import * as z from 'zod'
import type { User } from '../client/client.ts'
import type { Config } from '../config.ts'
import { openSeal } from '../openSeal.ts'
import { MAX_SESSION_BYTES } from './chunks.ts'

/** Longer values are no sessions of ours; they are not worth the work of opening them. */
const MAX_SEAL_LENGTH = 16_384

const sealedUser = z
  .looseObject({ id: z.string(), email: z.string() })
  .transform((user) => user as Record<string, unknown> as SealedUser)

const sealedSessionSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  user: sealedUser,
  impersonator: z.object({ email: z.string(), reason: z.string().nullish() }).optional(),
  authenticationMethod: z.string().optional(),
})

type SealedUser = Partial<User> & Pick<User, 'id' | 'email'>

/** Who acts as the user, and why they say they do. */
export interface Impersonator {
  readonly email: string
  readonly reason: string | null
}

/**
 * What a sealed session holds, in the shape that the JavaScript AuthKit libraries share. What the
 * access token says (organization, role, permissions, …) is read from the token alone.
 */
export interface Session {
  readonly accessToken: string
  readonly refreshToken: string
  readonly user: User
  readonly impersonator?: Impersonator
  readonly authenticationMethod?: string
}

/** What became of a seal: the session in it, or why there is none. */
export type OpenedSeal =
  | { readonly kind: 'opened'; readonly session: Session }
  | { readonly kind: 'unreadable' }

/**
 * Seals a session with the newest password. Iron, no lifetime of its own: the cookie has one. Where
 * it would not fit into cookies, it goes without the picture and the metadata of the user.
 */
export async function sealSession(
  config: Pick<Config, 'cookiePasswords'>,
  session: Session,
): Promise<string> {
  const { accessToken, refreshToken, user, impersonator, authenticationMethod } = session
  const password = config.cookiePasswords[0]
  const seal = (kept: Partial<User>) => {
    const data = {
      accessToken,
      refreshToken,
      user: withoutEmpty(kept),
      ...(impersonator && { impersonator }),
      ...(authenticationMethod && { authenticationMethod }),
    }
    return sealData(data, { password, ttl: 0 })
  }
  const whole = await seal(user)
  if (whole.length <= MAX_SESSION_BYTES) return whole
  const { profilePictureUrl: _, metadata: __, ...essential } = user
  return seal(essential)
}

/** Opens a seal with whichever password made it; never throws, whatever the value is. */
export async function openSession(
  config: Pick<Config, 'cookiePasswords'>,
  sealed: string,
): Promise<OpenedSeal> {
  if (sealed.length > MAX_SEAL_LENGTH) return { kind: 'unreadable' }
  for (const password of config.cookiePasswords) {
    const data = await openSeal(sealed, { password })
    const parsed = sealedSessionSchema.safeParse(data)
    if (parsed.success) return { kind: 'opened', session: toSession(parsed.data) }
  }
  return { kind: 'unreadable' }
}

function toSession(sealed: z.output<typeof sealedSessionSchema>): Session {
  const { accessToken, refreshToken, impersonator, authenticationMethod } = sealed
  return {
    accessToken,
    refreshToken,
    user: { ...emptyUser, ...sealed.user },
    ...(impersonator && {
      impersonator: { email: impersonator.email, reason: impersonator.reason ?? null },
    }),
    ...(authenticationMethod && { authenticationMethod }),
  }
}

/** What a seal leaves out to stay small, and readers get back. */
const emptyUser = {
  object: 'user',
  emailVerified: false,
  firstName: null,
  lastName: null,
  profilePictureUrl: null,
  lastSignInAt: null,
  externalId: null,
  createdAt: '',
  updatedAt: '',
} as const satisfies Partial<User>

function withoutEmpty(user: Partial<User>): Partial<User> {
  const filled = Object.entries(user).filter(
    ([, value]) =>
      value !== null &&
      value !== undefined &&
      !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return Object.fromEntries(filled)
}
