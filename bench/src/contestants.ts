import type { NextRequest } from 'next/server.js'

/** A kit's proxy, protecting everything but `/` and what the kit itself needs. */
export type AuthProxy = (request: NextRequest) => Promise<Response>

export type Contestants = { readonly latchkey: AuthProxy; readonly authkit: AuthProxy }

/** Loads both kits. They read the environment, so it has to be set before. */
export const loadContestants = async (): Promise<Contestants> => {
  const { withAuth } = await import('@latchkey/next/proxy')
  const { authkitProxy } = await import('@workos-inc/authkit-nextjs')
  return {
    latchkey: withAuth({ publicPaths: ['/'] }),
    // Its type is that of any middleware, which may take an event; it takes the request alone.
    authkit: authkitProxy({
      middlewareAuth: { enabled: true, unauthenticatedPaths: ['/'] },
    }) as AuthProxy,
  }
}
