import { withAuth } from '@latchkey/next/proxy'

export const proxy = withAuth({
  publicPaths: ['/', '/open/:path*'],
  rules: [
    { path: '/admin/:path*', require: { permission: 'nobody:has-this' } },
    { path: '/danger', require: { maxAge: 300 } },
  ],
  forbidden: '/not-for-you',
})

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
