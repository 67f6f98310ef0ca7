import { withAuth } from '@latchkey/next/proxy'

export const proxy = withAuth({ publicPaths: ['/', '/mistake'] })

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
