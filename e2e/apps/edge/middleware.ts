import { withAuth } from '@latchkey/next/proxy'

/** The older name of a proxy, and the edge runtime that it runs on. */
export const middleware = withAuth({ publicPaths: ['/'] })

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
