import type { JWTVerifyGetKey } from 'jose'
import { createRemoteJWKSet, customFetch } from 'jose/jwks/remote'
import { getJwksUrl } from '../authorization/urls.ts'
import type { Context } from '../context.ts'

/** Milliseconds to wait for the key set. */
const TIMEOUT = 1_500
/** Milliseconds between two fetches that an unknown key id may cause. */
const COOLDOWN = 30_000
/** Milliseconds after which the keys are fetched again in the background. */
const MAX_AGE = 600_000

/**
 * Keys of WorkOS, fetched when first needed. Keys that are known stay in use while WorkOS cannot be
 * reached; old ones are renewed beside the request that notices, never in its way.
 */
export function createKeys(context: Context): JWTVerifyGetKey {
  const keySet = createRemoteJWKSet(new URL(getJwksUrl(context.config)), {
    timeoutDuration: TIMEOUT,
    cooldownDuration: COOLDOWN,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    [customFetch]: (url, options) => context.fetch(url, { ...options, cache: 'no-store' }),
  })
  let renewedAt = context.now()
  return (header, token) => {
    if (keySet.jwks() && context.now() - renewedAt > MAX_AGE) {
      renewedAt = context.now()
      keySet.reload().catch(ignoreOutage)
    }
    return keySet(header, token)
  }
}

/** The keys at hand go on serving; the next request past `MAX_AGE` tries again. */
function ignoreOutage() {}
