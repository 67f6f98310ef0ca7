import { sealData } from 'iron-session-8'
import { sessionOf } from '../../packages/core/test/support/mintedSession.ts'
import type { World } from './world.ts'

/** The `Cookie` header of somebody who is signed in, made without a browser. */
export async function sessionCookie(world: World, email: string): Promise<string> {
  const session = sessionOf(await world.emulator.mintSession({ email }))
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
