import { withAuth } from '@latchkey/next/proxy'

export const proxy = withAuth()

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
