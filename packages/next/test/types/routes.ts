// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import * as z from 'zod'
import { environmentKit } from '../../src/index.ts'
import { authRoutes } from '../../src/routes/index.ts'

const kit = environmentKit({ claims: z.object({ plan: z.enum(['free', 'pro']) }) })

authRoutes({
  kit,
  customClaims: ['plan'],
  beforeSession: ({ session }) => {
    expectTypeOf(session.claims.custom.plan).toEqualTypeOf<'free' | 'pro'>()
    return session.claims.custom.plan === 'pro' ? undefined : { refuse: 'For subscribers.' }
  },
})

authRoutes({
  kit,
  appState: z.object({ seats: z.coerce.number() }),
  onSuccess: ({ appState, session }) => {
    expectTypeOf(appState).toEqualTypeOf<{ seats: number } | undefined>()
    expectTypeOf(session.claims.custom.plan).toEqualTypeOf<'free' | 'pro'>()
    return undefined
  },
})

authRoutes({
  onSuccess: ({ appState }) => {
    expectTypeOf(appState).toBeUnknown()
    return undefined
  },
})

// @ts-expect-error Nobody declared this claim.
authRoutes({ kit, customClaims: ['tier'] })

// @ts-expect-error Without declared claims there are none to hand on.
authRoutes({ customClaims: ['plan'] })
