import { withAuth } from '@latchkey/next/proxy'
import { kit } from './lib/kit.ts'

export const proxy = withAuth({ kit, publicPaths: ['/'] })

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
