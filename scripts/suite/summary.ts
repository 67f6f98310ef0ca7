import type { PartResult } from './runner.ts'
import { sum } from './tally.ts'

/** The line that a run closes with. */
export const closingLine = (parts: readonly PartResult[]): string => {
  const { passed, failed } = sum(parts.map(({ tally }) => tally))
  return `${passed} passed, ${failed} failed`
}

const row = ({ name, seconds, tally, remark }: PartResult): string =>
  [
    `  ${name.padEnd(12)}`,
    `${tally.passed} passed`.padStart(12),
    `${tally.failed} failed`.padStart(11),
    `${tally.skipped} skipped`.padStart(12),
    `${seconds.toFixed(1)} s`.padStart(10),
    remark === '' ? '' : `   ${remark}`,
  ].join('')

/** The table of all parts with the closing line under it. */
export const summary = (parts: readonly PartResult[]): string =>
  `${parts.map(row).join('\n')}\n\n${closingLine(parts)}\n`
