import { describe, expect, it } from 'vitest'
import { createFlights } from '../../src/session/flights.ts'

function harness() {
  const clock = { now: 0 }
  const flights = createFlights<string>({ now: () => clock.now, keeps: (value) => value !== 'no' })
  const starts: string[] = []
  const start = (value: string) => async () => {
    starts.push(value)
    return value
  }
  return { clock, flights, starts, start }
}

describe('flights', () => {
  it('run once for all who ask at the same time', async () => {
    const { flights, starts, start } = harness()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => flights.join('key', start(`run ${index}`))),
    )
    expect(starts).toEqual(['run 0'])
    expect(new Set(answers)).toEqual(new Set(['run 0']))
  })

  it('are never shared by different keys', async () => {
    const { flights, start } = harness()
    const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`)
    expect(await Promise.all(keys.map((key) => flights.join(key, start(key))))).toEqual(keys)
  })

  it('serve those who come up to 30 seconds late', async () => {
    const { clock, flights, starts, start } = harness()
    await flights.join('key', start('first'))
    flights.delivered('key')
    clock.now = 30_000
    expect(await flights.join('key', start('second'))).toBe('first')
    clock.now = 30_001
    expect(await flights.join('key', start('third'))).toBe('third')
    expect(starts).toEqual(['first', 'third'])
  })

  it('wait longer for somebody to collect a result that nobody has seen', async () => {
    const { clock, flights, start } = harness()
    await flights.join('key', start('first'))
    clock.now = 600_000
    expect(await flights.join('key', start('second'))).toBe('first')
    clock.now = 900_001
    expect(await flights.join('key', start('third'))).toBe('third')
  })

  it('start anew after a result that is not worth keeping, and after a throw', async () => {
    const { flights, start } = harness()
    expect(await flights.join('key', start('no'))).toBe('no')
    expect(await flights.join('key', start('yes'))).toBe('yes')
    const failing = flights.join('other', () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await flights.join('other', start('mended'))).toBe('mended')
  })
})
