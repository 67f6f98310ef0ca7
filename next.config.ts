import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

/**
 * Sent with every response. There is no `form-action` here on purpose: browsers apply it to the
 * redirect that follows a form, and signing out posts to the app and ends at WorkOS.
 */
const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** The Next settings that every app of this repository shares; an app's own file extends them. */
export const sharedConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  // The types of every workspace are checked together, by "pnpm check".
  typescript: { ignoreBuildErrors: true },
  // Workspace packages are symlinked from here; nothing outside this folder is resolved.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}
