import { actionId } from '../support/actionId.ts'
import { ada } from '../support/people.ts'
import { send } from '../support/send.ts'
import { sessionCookie } from '../support/session.ts'
import { expect, test } from '../support/world.ts'

test('an action of a guarded page is guarded at every other page too', async ({
  matrixWorld: world,
}) => {
  const action = await actionId(new URL('../apps/matrix/', import.meta.url), 'app/danger/page')
  const post = async (path: string, headers: Record<string, string> = {}) => {
    const response = await send(world.app.url, {
      path,
      method: 'POST',
      body: '[]',
      headers: {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        'content-length': '2',
        origin: world.app.url,
        accept: 'text/x-component',
        ...headers,
      },
    })
    return response.text()
  }
  const cookie = await sessionCookie(world, ada.email)
  const mark = 'Bytes of the freshly signed in'
  expect(await post('/danger', { cookie })).toContain(mark)
  expect(await post('/open/x', { cookie })).toContain(mark)
  await world.travel({ seconds: 301 })
  const old = { cookie }
  const forged: Record<string, string>[] = [
    {},
    { 'x-action-forwarded': '1' },
    { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-http-method-override': 'GET' },
  ]
  for (const headers of forged) {
    for (const path of ['/danger', '/open/x', '/', '/not-for-you', '/auth/session']) {
      expect(await post(path, headers), path).not.toContain(mark)
      expect(await post(path, { ...headers, ...old }), path).not.toContain(mark)
    }
  }
})

test('the image optimizer shows nothing that the proxy guards', async ({ matrixWorld: world }) => {
  const cookie = await sessionCookie(world, ada.email)
  const image = async (url: string, headers = {}) => {
    const path = `/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`
    const { headers: answered } = await send(world.app.url, { path, headers })
    return answered.get('content-type')?.startsWith('image/') ?? false
  }
  expect(await image('/open/logo.png')).toBe(true)
  for (const path of ['/members.png', '/open/../members.png', '/%6dembers.png', '//members.png']) {
    expect(await image(path, { cookie }), path).toBe(false)
    expect(await image(path), path).toBe(false)
  }
})
