import { withAuth } from '@latchkey/next/proxy'

export const proxy = withAuth({ publicPaths: ['/'] })

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg).*)'] }
