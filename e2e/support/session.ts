import { sealData } from 'iron-session-8'
import type { World } from './world.ts'

/** The `Cookie` header of somebody who is signed in, made without a browser. */
export async function sessionCookie(world: World, email: string): Promise<string> {
  const minted = await world.emulator.mintSession({ email })
  const { user } = minted
  const session = {
    accessToken: minted.access_token,
    refreshToken: minted.refresh_token,
    user: {
      object: 'user',
      id: user.id,
      email: user.email,
      emailVerified: user.email_verified,
      firstName: user.first_name,
      lastName: user.last_name,
      profilePictureUrl: user.profile_picture_url,
      lastSignInAt: user.last_sign_in_at,
      externalId: user.external_id,
      createdAt: user.created_at,
      updatedAt: user.updated_at,
    },
  }
  return `wos-session=${await sealData(session, { password: world.cookiePassword, ttl: 0 })}`
}

/**
 * The same for a session whose access token is over. It is made in the past: the edge runtime has a
 * clock of its own, which no test can move.
 */
export async function expiredSessionCookie(world: World, email: string): Promise<string> {
  world.emulator.clock.advance({ seconds: -600 })
  const cookie = await sessionCookie(world, email)
  world.emulator.clock.advance({ seconds: 600 })
  return cookie
}
