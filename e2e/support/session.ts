import { sealData } from 'iron-session-8'
import { sessionOf } from '../../packages/core/test/support/mintedSession.ts'
import type { World } from './world.ts'

/** The `Cookie` header of somebody who is signed in, made without a browser. */
export async function sessionCookie(world: World, email: string): Promise<string> {
  const session = sessionOf(await world.emulator.mintSession({ email }))
  return `wos-session=${await sealData(session, { password: world.cookiePassword, ttl: 0 })}`
}
