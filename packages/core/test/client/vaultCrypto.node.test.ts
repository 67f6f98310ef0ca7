import { WorkOS as OfficialSdk } from '@workos-inc/node'
import { describe, expect, it } from 'vitest'
import { decryptLocally, encryptLocally, InputError } from '../../src/index.ts'
import { environment } from '../support/environment.ts'
import { offlineKit } from '../support/offlineKit.ts'
import { recordingFetch } from '../support/recordingFetch.ts'

const dataKey = btoa('0123456789abcdef0123456789abcdef')
// Longer than 127 bytes, so that its length takes two.
const encryptedKeys = btoa('wrapped key '.repeat(20))

/** A Vault that knows one key, as the documents describe its answers. */
function vault() {
  const { fetch, requests } = recordingFetch(({ path, body }) => {
    if (path.endsWith('/data-key')) {
      const { context } = JSON.parse(body ?? '')
      return Response.json({
        context,
        data_key: dataKey,
        encrypted_keys: encryptedKeys,
        id: 'key_1',
      })
    }
    const known = JSON.parse(body ?? '').keys === encryptedKeys
    return known
      ? Response.json({ data_key: dataKey, id: 'key_1' })
      : Response.json({ error: 'unknown key' }, { status: 400 })
  })
  const sdk = new OfficialSdk(environment.WORKOS_API_KEY, { fetchFn: fetch })
  return { workos: offlineKit(fetch).workos, sdk, requests }
}

const context = { organization_id: 'org_1' }
const data = 'DE89 3704 0044 — ä'

describe('local encryption with Vault', () => {
  it('reads what it wrote, and sends only keys', async () => {
    const { workos, requests } = vault()
    const encrypted = await encryptLocally(workos, { data, context, associatedData: 'invoice' })
    expect(await decryptLocally(workos, { encrypted, associatedData: 'invoice' })).toBe(data)
    expect(requests.map(({ body }) => JSON.parse(body ?? ''))).toEqual([
      { context },
      { keys: encryptedKeys },
    ])
  })

  it('is read by the official SDK, and reads it', async () => {
    const { workos, sdk } = vault()
    const ours = await encryptLocally(workos, { data, context, associatedData: 'invoice' })
    expect(await sdk.vault.decrypt(ours, 'invoice')).toBe(data)
    const theirs = await sdk.vault.encrypt(data, context, 'invoice')
    expect(await decryptLocally(workos, { encrypted: theirs, associatedData: 'invoice' })).toBe(
      data,
    )
  })

  it('takes long texts', async () => {
    const { workos } = vault()
    const long = data.repeat(50_000)
    const encrypted = await encryptLocally(workos, { data: long, context })
    expect(await decryptLocally(workos, { encrypted })).toBe(long)
  })

  it('never gives the same text twice', async () => {
    const { workos } = vault()
    const both = await Promise.all([1, 2].map(() => encryptLocally(workos, { data, context })))
    expect(both[0]).not.toBe(both[1])
  })

  it('refuses what was changed, cut short, or belongs to something else', async () => {
    const { workos } = vault()
    const encrypted = await encryptLocally(workos, { data, context, associatedData: 'invoice' })
    const changed = `${encrypted.slice(0, -6)}${encrypted.at(-6) === 'A' ? 'B' : 'A'}${encrypted.slice(-5)}`
    const attempts = [
      { encrypted, associatedData: 'receipt' },
      { encrypted },
      { encrypted: changed, associatedData: 'invoice' },
      { encrypted: encrypted.slice(0, 48), associatedData: 'invoice' },
      { encrypted: 'not base64!' },
      { encrypted: '' },
    ]
    for (const attempt of attempts) {
      await expect(decryptLocally(workos, attempt)).rejects.toThrow(InputError)
    }
  })
})
