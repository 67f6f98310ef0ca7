import { withAuth } from '@latchkey/next/proxy'

/** As Next 15 has it: under this name, and on the edge runtime. */
export const middleware = withAuth({ publicPaths: ['/'] })

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
