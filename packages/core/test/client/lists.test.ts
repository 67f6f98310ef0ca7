import { beforeAll, describe, expect, it } from 'vitest'
import { createWorkOS } from '../../src/index.ts'
import events from '../fixtures/events.json' with { type: 'json' }
import { kitFor, startEmulator, type TestEmulator } from '../support/emulator.ts'
import { offlineKit } from '../support/offlineKit.ts'
import { recordingFetch } from '../support/recordingFetch.ts'

const event = (id: string) => ({ ...events['user.created'], id })
const page = (ids: string[], list_metadata: object) =>
  Response.json({ object: 'list', data: ids.map(event), list_metadata })

describe('lists of the emulator', () => {
  let emulator: TestEmulator
  beforeAll(async () => {
    emulator = await startEmulator()
  })

  it('iterate over every object of every page, each once', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    const all = await workos.users.list({ limit: 100 })
    const seen: string[] = []
    for await (const user of workos.users.list({ limit: 2 })) seen.push(user.id)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(all.data.map(({ id }) => id))
  })

  it('iterate oldest first when asked to', async () => {
    const workos = createWorkOS(kitFor(emulator).kit)
    const newest: string[] = []
    for await (const { id } of workos.organizations.list({ limit: 1 })) newest.push(id)
    const oldest: string[] = []
    for await (const { id } of workos.organizations.list({ limit: 1, order: 'asc' })) {
      oldest.push(id)
    }
    expect(oldest).toEqual(newest.reverse())
  })
})

describe('a list', () => {
  it('is read with the largest page, follows the cursor and stops at the end', async () => {
    const { fetch, requests } = recordingFetch(
      page(['event_1', 'event_2'], { after: 'event_2' }),
      page([], { after: null }),
    )
    const seen: string[] = []
    for await (const { id } of offlineKit(fetch).workos.events.list({ events: ['user.created'] })) {
      seen.push(id)
    }
    expect(seen).toEqual(['event_1', 'event_2'])
    expect(requests.map(({ query }) => query)).toEqual([
      { limit: '100', events: 'user.created' },
      { limit: '100', events: 'user.created', after: 'event_2' },
    ])
  })

  it('reads no further page than is iterated', async () => {
    const { fetch, requests } = recordingFetch(page(['event_1'], { after: 'event_1' }))
    for await (const { id } of offlineKit(fetch).workos.events.list()) {
      expect(id).toBe('event_1')
      break
    }
    expect(requests).toHaveLength(1)
  })

  it('is one page of the usual size when awaited, and is asked for once', async () => {
    const { fetch, requests } = recordingFetch(page(['event_1'], { after: 'event_1' }))
    const list = offlineKit(fetch).workos.events.list()
    expect((await list).listMetadata).toEqual({ after: 'event_1' })
    expect(requests.map(({ query }) => query)).toEqual([{}])
  })

  it('asks for nothing until somebody wants it', () => {
    const { fetch, requests } = recordingFetch(page([], { after: null }))
    offlineKit(fetch).workos.events.list()
    expect(requests).toHaveLength(0)
  })

  it('follows the cursor that leads back in time in WorkOS’s `normal` order', async () => {
    const uris = (id: string, list_metadata: object) => {
      const uri = { object: 'redirect_uri', id, uri: 'https://example.com', default: false }
      const data = [{ ...uri, created_at: '', updated_at: '' }]
      return Response.json({ object: 'list', data, list_metadata })
    }
    const { fetch, requests } = recordingFetch(
      uris('redir_2', { before: 'redir_2', after: null }),
      uris('redir_1', { before: null, after: 'redir_1' }),
    )
    const seen: string[] = []
    const { workos } = offlineKit(fetch)
    for await (const { id } of workos.redirectUris.list({ order: 'normal' })) seen.push(id)
    expect(seen).toEqual(['redir_2', 'redir_1'])
    expect(requests[1]?.query).toEqual({ limit: '100', order: 'normal', before: 'redir_2' })
  })

  it('refuses to iterate against its own direction', async () => {
    const { fetch } = recordingFetch(page([], { after: null }))
    const list = offlineKit(fetch).workos.users.list({ before: 'user_1' })
    await expect(list[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'input_invalid',
    })
  })

  it('does not run in circles', async () => {
    const { fetch } = recordingFetch(page(['event_1'], { after: 'event_1' }))
    const iterate = async () => {
      for await (const { id } of offlineKit(fetch).workos.events.list()) expect(id).toBe('event_1')
    }
    await expect(iterate()).rejects.toMatchObject({ path: 'list_metadata.after' })
  })

  it('that WorkOS answers as a bare array is an array', async () => {
    const identity = { idp_id: '7', type: 'OAuth', provider: 'GithubOAuth' }
    const { fetch } = recordingFetch(Response.json([identity]))
    expect(await offlineKit(fetch).workos.users.listIdentities({ id: 'user_1' })).toEqual([
      { idpId: '7', type: 'OAuth', provider: 'GithubOAuth' },
    ])
  })
})
