import { expect, it } from 'vitest'
import { summary } from '../suite/summary.ts'

it('closes with the sum of what the runners counted', () => {
  const part = { seconds: 1.25, remark: '' }
  const text = summary([
    { ...part, name: 'vitest', tally: { passed: 12, failed: 0, skipped: 1 } },
    { ...part, name: 'playwright', tally: { passed: 3, failed: 2, skipped: 0 }, remark: 'why' },
  ])
  expect(text).toContain('why')
  expect(text).toMatch(/\n15 passed, 2 failed\n$/)
})
