import { withAuth } from '@latchkey/next/proxy'
import { NextResponse } from 'next/server'
import createIntlMiddleware from 'next-intl/middleware'

const localize = createIntlMiddleware({
  locales: ['en', 'de'],
  defaultLocale: 'en',
  localeCookie: false,
})

export const proxy = withAuth(
  (request) =>
    request.nextUrl.pathname.startsWith('/api/') ? NextResponse.next() : localize(request),
  {
    publicPaths: ['/', '/:locale', '/:locale/open/:path*'],
    rules: [
      { path: '/:locale/admin/:path*', require: { permission: 'nobody:has-this' } },
      { path: '/:locale/danger', require: { maxAge: 300 } },
    ],
  },
)

/** Under a `basePath`, Next takes the start page for one only where `/` is named. */
export const config = { matcher: ['/', '/((?!_next/static|_next/image|favicon.ico|apart).*)'] }
