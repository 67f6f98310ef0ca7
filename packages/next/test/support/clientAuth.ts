import { adaClaims, adaUser } from '../../../core/test/support/ada.ts'
import type { ClientAuth } from '../../src/react/index.ts'

type SignedIn = Extract<ClientAuth, { status: 'signed-in' }>

/** Ada's session as the browser knows it, due to be refreshed in so many seconds. */
export function clientAuth({
  refreshIn = 270,
  ...claims
}: Partial<SignedIn['claims']> & { refreshIn?: number } = {}): SignedIn {
  const seconds = Date.now() / 1000
  return {
    status: 'signed-in',
    user: { ...adaUser, firstName: 'Ada' },
    claims: {
      ...adaClaims,
      issuedAt: seconds,
      expiresAt: seconds + refreshIn + 30,
      ...claims,
    },
    refreshAt: seconds + refreshIn,
  }
}
