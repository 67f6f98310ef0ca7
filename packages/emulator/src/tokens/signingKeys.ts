import type { JwksWire } from '@latchkey/core/contract'
import type { Clock } from '../clock.ts'
import { newId } from '../store/id.ts'
import type { SigningKeyRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { rs256, selfSign } from './certificate.ts'

/** A key ready to sign with. */
export type SigningKey = { kid: string; privateKey: CryptoKey }

/** The environment's keys. */
export type SigningKeys = {
  /** The key to sign with. The first call makes it where there is none yet, which takes a while. */
  current(): Promise<SigningKey>
  jwks(): Promise<JwksWire>
  /** Makes a new key to sign with. The others are still served, so that their tokens verify. */
  rotate(): Promise<SigningKey>
  /** Every key by its `kid`, the oldest first; the last one signs. */
  list(): string[]
  /** Serves a key no longer, so that its tokens do not verify. Throws for the key that signs. */
  drop(kid: string): void
}

/** Opens the keys that the store holds. */
export function openSigningKeys(options: { store: Store; clock: Clock }): SigningKeys {
  const { store, clock } = options
  let ready: Promise<SigningKey> | undefined
  let published: Promise<JwksWire> | undefined

  function current(): Promise<SigningKey> {
    const kept = store.signingKeys.all().at(-1)
    ready ??= kept ? load(kept) : generate()
    return ready
  }

  async function load({ id, private_jwk }: SigningKeyRecord): Promise<SigningKey> {
    return { kid: id, privateKey: await importKey(private_jwk, 'sign') }
  }

  async function generate(): Promise<SigningKey> {
    const pair = await crypto.subtle.generateKey(rs256, true, ['sign', 'verify'])
    const kid = newId('signingKey', clock.now())
    const private_jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
    store.signingKeys.insert({ id: kid, private_jwk, certificate: null })
    store.flush()
    return { kid, privateKey: pair.privateKey }
  }

  /** The certificate is made when the keys are first asked for: its library is slow to load. */
  async function certify(record: SigningKeyRecord): Promise<SigningKeyRecord> {
    if (record.certificate) return record
    const { kty, n, e } = record.private_jwk
    const certificate = await selfSign({
      privateKey: await importKey(record.private_jwk, 'sign'),
      publicKey: await importKey({ kty, n, e } as JsonWebKey, 'verify'),
    })
    return store.signingKeys.update(record.id, { certificate })
  }

  async function publishAll(): Promise<JwksWire> {
    await current()
    return { keys: await Promise.all(store.signingKeys.all().map(certify)).then(publishEach) }
  }

  const list = () => store.signingKeys.all().map(({ id }) => id)

  return {
    current,
    jwks: () => {
      published ??= publishAll()
      return published
    },
    rotate: async () => {
      await current()
      ready = generate()
      published = undefined
      return ready
    },
    list,
    drop: (kid) => {
      if (!store.signingKeys.get(kid)) throw new RangeError(`There is no signing key ${kid}.`)
      if (kid === list().at(-1)) {
        throw new RangeError(`${kid} signs the access tokens. Rotate before you drop it.`)
      }
      store.signingKeys.delete(kid)
      store.flush()
      published = undefined
    },
  }
}

const importKey = (jwk: JsonWebKey, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('jwk', jwk, rs256, true, [use])

const publishEach = (records: SigningKeyRecord[]) => Promise.all(records.map(publish))

async function publish(record: SigningKeyRecord): Promise<JwksWire['keys'][number]> {
  const { n, e } = record.private_jwk
  if (!n || !e || !record.certificate) throw new Error(`Signing key ${record.id} is incomplete.`)
  const der = Buffer.from(record.certificate, 'base64')
  const thumbprint = Buffer.from(await crypto.subtle.digest('SHA-256', der)).toString('base64url')
  return {
    alg: 'RS256',
    kty: 'RSA',
    use: 'sig',
    kid: record.id,
    n,
    e,
    x5c: [record.certificate],
    'x5t#S256': thumbprint,
  }
}
