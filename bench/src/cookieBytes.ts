import type { AuthProxy, Contestants } from './contestants.ts'
import { visit } from './questions.ts'
import type { World } from './world.ts'

const sealedBy = async (proxy: AuthProxy, expired: string): Promise<number> => {
  const response = await proxy(visit('/dashboard', expired))
  const cookies = response.headers.getSetCookie().filter((each) => /^wos-session[.=]/.test(each))
  const values = cookies.map((each) => each.slice(each.indexOf('=') + 1, each.indexOf(';')))
  const bytes = values.join('').length
  if (bytes === 0) throw new Error('No session cookie was set by the refresh.')
  return bytes
}

/** Bytes of the session cookie's value that each kit sets for the same person after a refresh. */
export const cookieBytes = async ({ latchkey, authkit }: Contestants, world: World) => ({
  latchkey: await sealedBy(latchkey, await world.expiredCookie()),
  authkit: await sealedBy(authkit, await world.expiredCookie()),
})
