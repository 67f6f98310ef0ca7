import fc from 'fast-check'
import { sealData, unsealData } from 'iron-session'
import { sealData as sealDataOf8 } from 'iron-session-8'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openSeal } from '../src/openSeal.ts'

const password = 'a password of 32 characters or more'
const other = 'another password of 32 characters or more'

/** What JSON can say: iron-session stores objects. */
const value = fc.dictionary(fc.string(), fc.jsonValue()).map((data) => JSON.stringify(data))

const printable = fc.string({ minLength: 1, maxLength: 3 })

describe('a seal', () => {
  it.each([
    ['9', sealData],
    ['8', sealDataOf8],
  ])('of iron-session %s opens to what was sealed', async (_, seal) => {
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(0, 60), async (json, ttl) => {
        const sealed = await seal(JSON.parse(json), { password, ttl })
        expect(await openSeal(sealed, { password })).toEqual(JSON.parse(json))
      }),
      { numRuns: 50 },
    )
  })

  it('that was changed opens for nobody whom iron-session refuses', async () => {
    const sealed = await sealData({ user: 'ada' }, { password, ttl: 60 })
    const place = fc.nat({ max: sealed.length })
    await fc.assert(
      fc.asyncProperty(place, place, printable, async (from, to, text) => {
        const changed = sealed.slice(0, from) + text + sealed.slice(to)
        const byLibrary = await unsealData<object>(changed, { password, ttl: 60 })
        const expected = Object.keys(byLibrary).length === 0 ? undefined : byLibrary
        expect(await openSeal(changed, { password })).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('of another password does not open, and one of a numbered password does', async () => {
    const sealed = await sealData({ user: 'ada' }, { password: other, ttl: 0 })
    expect(await openSeal(sealed, { password })).toBeUndefined()
    const numbered = await sealData({ user: 'ada' }, { password: { 7: password }, ttl: 0 })
    expect(await openSeal(numbered, { password })).toEqual({ user: 'ada' })
  })

  it('ends when its time is over, a minute of tolerance included', async () => {
    const sealed = await sealData({ user: 'ada' }, { password, ttl: 60 })
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    vi.setSystemTime(Date.now() + 110_000)
    expect(await openSeal(sealed, { password })).toEqual({ user: 'ada' })
    vi.setSystemTime(Date.now() + 20_000)
    expect(await openSeal(sealed, { password })).toBeUndefined()
  })
})
