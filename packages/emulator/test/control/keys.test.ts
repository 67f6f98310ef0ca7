import { createLocalJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { start } from '../support/start.ts'

test('a rotated key signs, the old one verifies until it is dropped', async () => {
  const emulator = await start()
  const mint = async () =>
    (await emulator.mintSession({ email: 'ada@northwind.example' })).access_token
  const verify = async (token: string) => {
    const { body } = await call(emulator, 'GET', `/sso/jwks/${emulator.clientId}`)
    return (await jwtVerify(token, createLocalJWKSet(body))).protectedHeader.kid
  }
  const before = await mint()
  const [old] = emulator.keys.list()
  const kid = await emulator.keys.rotate()
  const after = await mint()
  expect(await verify(before)).toBe(old)
  expect(await verify(after)).toBe(kid)
  expect(emulator.keys.list()).toEqual([old, kid])

  expect(() => emulator.keys.drop(kid)).toThrow(RangeError)
  emulator.keys.drop(String(old))
  await expect(verify(before)).rejects.toThrow('no applicable key')
  expect(await verify(after)).toBe(kid)
})

test('over HTTP', async () => {
  const emulator = await start()
  const { status, body } = await call(emulator, 'POST', '/_emulator/keys/rotate')
  expect(status).toBe(201)
  const listed = (await call(emulator, 'GET', '/_emulator/keys')).body.data
  expect(listed.at(-1)).toEqual(body)
  const drop = (kid: string) => call(emulator, 'DELETE', `/_emulator/keys/${kid}`)
  expect((await drop(body.kid)).status).toBe(422)
  expect((await drop(listed[0].kid)).status).toBe(204)
})
