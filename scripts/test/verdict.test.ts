import { describe, expect, it } from 'vitest'
import { countCheck } from '../suite/countCheck.ts'
import { countPlaywright } from '../suite/countPlaywright.ts'
import { countVitest } from '../suite/countVitest.ts'
import { judge } from '../suite/verdict.ts'

const vitestReport = (...files: readonly [status: string, ...tests: readonly string[]][]): string =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  })

const playwrightReport = (stats: object, errors: readonly object[] = []): string =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

describe("a runner's report", () => {
  it("is counted from vitest's tests", () => {
    const report = vitestReport(
      ['passed', 'passed', 'pending', 'todo'],
      ['failed', 'passed', 'failed'],
    )
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })

  it('counts a vitest file that fails outside its tests', () => {
    const report = vitestReport(['failed'], ['failed', 'passed'], ['passed', 'passed'])
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 0 })
  })

  it("is counted from Playwright's statistics, flaky tests as failed", () => {
    const report = playwrightReport({ expected: 5, unexpected: 1, flaky: 2, skipped: 3 })
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 3 })
  })

  it('counts what goes wrong in Playwright outside every test', () => {
    expect(countPlaywright(playwrightReport({ expected: 5 }, [{}]))).toMatchObject({ failed: 1 })
  })

  it('counts each step of check as a test', () => {
    const step = { name: 'types', seconds: 1, output: '' }
    const report = JSON.stringify([
      { ...step, status: 'passed' },
      { ...step, status: 'failed' },
    ])
    expect(countCheck(report)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })
})

describe("a runner's end", () => {
  const passing = vitestReport(['passed', 'passed', 'passed'])

  it('is what the report says', () => {
    expect(judge({ code: 0, report: passing, count: countVitest })).toEqual({
      tally: { passed: 2, failed: 0, skipped: 0 },
      remark: '',
    })
  })

  it.each([
    ['left no report', undefined],
    ['left half a report', passing.slice(0, 20)],
    ['left a report of something else', '{}'],
  ])('is a failure when it %s', (_, report) => {
    expect(judge({ code: 0, report, count: countVitest })).toMatchObject({ tally: { failed: 1 } })
  })

  it('is a failure when no test ran', () => {
    const report = vitestReport(['passed', 'pending'])
    expect(judge({ code: 0, report, count: countVitest })).toEqual({
      tally: { passed: 0, failed: 1, skipped: 1 },
      remark: 'ran no tests',
    })
  })

  it('is a failure when the exit code says so and no test does', () => {
    expect(judge({ code: 1, report: passing, count: countVitest })).toMatchObject({
      tally: { passed: 2, failed: 1 },
    })
  })
})
