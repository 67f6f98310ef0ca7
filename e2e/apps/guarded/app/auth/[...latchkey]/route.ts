import { authRoutes } from '@latchkey/next/routes'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { kit } from '../../../lib/kit.ts'

/** Paths that make the hooks do something, for those who ask for them. */
export const { GET, POST } = authRoutes({
  kit,
  appState: z.object({ team: z.enum(['red', 'green']) }),
  beforeSession: ({ returnTo }) => {
    if (returnTo === '/vetoed') return { refuse: 'Not today.' }
    if (returnTo === '/turned-away') redirect('/?turned-away')
    return undefined
  },
  onSuccess: ({ appState, returnTo }) => {
    if (appState) return { returnTo: `/members?team=${appState.team}` }
    if (returnTo === '/redirected') redirect('/members')
    return undefined
  },
})
