import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { portFrom, takenPort } from '../support/ports.ts'

const listening = async (host: string) => {
  const server = createServer().listen({ port: 0, host })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return { server, port: address.port }
}

describe('a chosen port', () => {
  it('comes from the environment, or is the usual one', () => {
    const choose = (environment: Record<string, string>) =>
      portFrom({ environment, variable: 'PORT', fallback: 3000 }).port
    expect(choose({ PORT: '8080' })).toBe(8080)
    expect(choose({})).toBe(3000)
    expect(choose({ PORT: '' })).toBe(3000)
  })

  it.each(['zero', '0', '65536', '-1', '30.5'])('is refused by name when it is "%s"', (PORT) => {
    expect(() => portFrom({ environment: { PORT }, variable: 'PORT', fallback: 3000 })).toThrow(
      `PORT is "${PORT}"`,
    )
  })

  it.each(['127.0.0.1', '0.0.0.0'])(
    'that something listens on at %s is named with its variable',
    async (host) => {
      const { server, port } = await listening(host)
      const sentence = await takenPort({ variable: 'EMULATOR_PORT', port })
      expect(sentence).toMatch(
        new RegExp(
          `^Port ${port} is taken: set EMULATOR_PORT to a free one, for example EMULATOR_PORT=\\d+\\.$`,
        ),
      )
      server.close()
      await once(server, 'close')
      expect(await takenPort({ variable: 'EMULATOR_PORT', port })).toBeUndefined()
    },
  )
})
