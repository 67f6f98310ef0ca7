import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import { JWKSNoMatchingKey } from 'jose/errors'
import { createLocalJWKSet } from 'jose/jwks/local'
import { getJwksUrl } from '../authorization/urls.ts'
import type { Context } from '../context.ts'

/** Milliseconds to wait for the key set. */
const TIMEOUT = 1_500
/** Milliseconds between two fetches that an unknown key id may cause. */
const COOLDOWN = 30_000
/** Milliseconds after which the keys are fetched again in the background. */
const MAX_AGE = 600_000

/** Keys at hand, and when they were asked for: milliseconds since the epoch. */
interface KeySet {
  readonly find: JWTVerifyGetKey
  readonly fetchedAt: number
}

/**
 * Keys of WorkOS, fetched when first needed, by one request for all that wait. Keys that are known
 * stay in use while WorkOS cannot be reached; old ones are renewed beside the request that notices,
 * never in its way. A key id that is not among them causes a fetch, once in a cooldown: that is how
 * a rotation in mid-session is learned of. All of it goes by the context's clock.
 */
export function createKeys(context: Context): JWTVerifyGetKey {
  let known: KeySet | undefined
  let underWay: Promise<KeySet> | undefined
  let triedAt = Number.NEGATIVE_INFINITY
  const isWithin = (duration: number, since: number) => context.now() - since < duration

  function renew(): Promise<KeySet> {
    triedAt = context.now()
    underWay ??= fetchKeySet(context)
      .then((keySet) => {
        known = keySet
        return keySet
      })
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }

  return async (header, token) => {
    const keySet = known ?? (await renew())
    if (!isWithin(MAX_AGE, keySet.fetchedAt) && !isWithin(COOLDOWN, triedAt)) {
      renew().catch(ignoreOutage)
    }
    try {
      return await keySet.find(header, token)
    } catch (error) {
      const isUnknown = error instanceof JWKSNoMatchingKey
      if (!isUnknown || isWithin(COOLDOWN, keySet.fetchedAt)) throw error
      const renewed = await renew()
      return renewed.find(header, token)
    }
  }
}

async function fetchKeySet(context: Context): Promise<KeySet> {
  const fetchedAt = context.now()
  const response = await context.fetch(getJwksUrl(context.config), {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  if (response.status !== 200) throw new Error(`The key set was answered with ${response.status}.`)
  const keySet = (await response.json()) as JSONWebKeySet
  return { find: createLocalJWKSet(keySet), fetchedAt }
}

/** The keys at hand go on serving; the next request past the cooldown tries again. */
function ignoreOutage() {}
