import { request } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { createEmulator, PortTakenError } from '../src/index.ts'

const emulator = await createEmulator()
const { url } = await emulator.listen()
afterAll(() => emulator.close())

test('it answers on a free port of this machine', async () => {
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(emulator.url).toBe(url)
  const response = await fetch(`${url}/health`)
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('it listens once', async () => {
  await expect(emulator.listen()).rejects.toThrow('already')
})

test('a port that is taken is named', async () => {
  const other = await createEmulator()
  const port = Number(new URL(url).port)
  await expect(other.listen({ port })).rejects.toThrow(PortTakenError)
  await expect(other.listen({ port })).rejects.toThrow(`Port ${port} is taken`)
  await other.close()
})

test('a page whose own name was pointed here gets nothing', async () => {
  const statusFor = (host: string) =>
    new Promise((resolve, reject) => {
      request(`${url}/_emulator/accounts`, { headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  const { port } = new URL(url)
  expect(await statusFor(`rebound.evil.example:${port}`)).toBe(421)
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `app.localhost:${port}`]) {
    expect(await statusFor(host)).toBe(200)
  }
})

test('another address than this machine is warned of', async () => {
  const warnings: unknown[] = []
  const open = await createEmulator({
    logger: { info: () => {}, error: () => {}, warn: (message) => warnings.push(message) },
  })
  await open.listen({ host: '0.0.0.0' })
  expect(warnings).toEqual([expect.stringContaining('The emulator listens on 0.0.0.0')])
  await open.close()
})
