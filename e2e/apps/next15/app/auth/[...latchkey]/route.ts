import { authRoutes } from '@latchkey/next/routes'

export const { GET, POST } = authRoutes()
