// Compiled by `pnpm check`; it never runs.
import { expectTypeOf } from 'vitest'
import { useAuth } from '../../src/react/index.ts'

export function useClaims() {
  const auth = useAuth()
  // @ts-expect-error Nobody said what the product's own claims look like.
  if (auth.status === 'signed-in') auth.claims.custom

  const own = useAuth<{ custom: { plan: 'free' | 'pro' } }>()
  if (own.status !== 'signed-in') return
  expectTypeOf(own.claims.custom.plan).toEqualTypeOf<'free' | 'pro'>()
  expectTypeOf(own.claims.userId).toBeString()
}
