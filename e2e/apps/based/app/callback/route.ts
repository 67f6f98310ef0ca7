import { authRoutes } from '@latchkey/next/routes'

/** Where AuthKit applications often have it; the redirect URI says so. */
export const { GET } = authRoutes()
