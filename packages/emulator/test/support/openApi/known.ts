import { ledger } from './ledger.ts'

/** Whether a pattern of the ledger means a line. */
export const means = (pattern: string, line: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(line)

/** Whether the ledger has a reason for a difference. */
export const isKnown = (line: string): boolean => ledger.some(({ where }) => means(where, line))

const escaped = (text: string): string => text.replaceAll(/[^\w\s]/g, String.raw`\$&`)
