import type { AuthenticateResultWire } from '@latchkey/core/contract'
import type { Environment } from '../environment.ts'
import type { RefreshTokenRecord, SessionRecord } from '../store/records.ts'
import { randomToken } from '../store/secret.ts'
import { signAccessToken } from './accessToken.ts'

/** The two tokens a grant ends in. */
export type TokenPair = Pick<AuthenticateResultWire, 'access_token' | 'refresh_token'>

/** Issues the first pair of a session. */
export async function issueTokenPair(
  environment: Environment,
  session: SessionRecord,
): Promise<TokenPair> {
  const access_token = await signAccessToken(environment, session)
  const refresh_token = randomToken()
  environment.store.refreshTokens.insert({
    id: refresh_token,
    session_id: session.id,
    exchanged: null,
  })
  return { access_token, refresh_token }
}

/**
 * Exchanges a refresh token for the next pair, once: whoever comes second, while the first is
 * still being served or within the replay window, gets the pair that the first one got.
 */
export async function rotateTokenPair(
  environment: Environment,
  options: { refreshToken: RefreshTokenRecord; session: SessionRecord },
): Promise<TokenPair | 'already-exchanged'> {
  const { store, clock, replayWindow } = environment
  const access_token = await signAccessToken(environment, options.session)

  const current = store.refreshTokens.get(options.refreshToken.id)
  if (current?.exchanged) {
    const { at, ...pair } = current.exchanged
    const age = clock.now() - at
    return replayWindow > 0 && age <= replayWindow ? pair : 'already-exchanged'
  }
  const pair = { access_token, refresh_token: randomToken() }
  store.refreshTokens.insert({
    id: pair.refresh_token,
    session_id: options.session.id,
    exchanged: null,
  })
  store.refreshTokens.update(options.refreshToken.id, { exchanged: { at: clock.now(), ...pair } })
  return pair
}
