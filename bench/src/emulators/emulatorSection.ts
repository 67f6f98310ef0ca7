import { table } from '../table.ts'
import type { EmulatorResults } from './measureEmulators.ts'

const startBudget = 400

/** The emulators' part of the page. */
export const emulatorSection = ({ start, loads }: EmulatorResults): string => `## The emulator

Beside the emulator in WorkOS's own command (\`workos/emulate\`), each in a process of its own. Requests go over eight connections.

${table([
  ['what', '@latchkey/emulator', 'workos/emulate', 'budget', ''],
  [
    'from start to /health',
    `${start.latchkey.toFixed(0)} ms`,
    `${start.official.toFixed(0)} ms`,
    `${startBudget} ms`,
    start.latchkey <= startBudget ? 'met' : 'missed',
  ],
])}

${table([
  ['requests per second', '@latchkey/emulator', 'workos/emulate'],
  ...loads.map(({ what, rates }) => [what, rates.latchkey.toFixed(0), rates.official.toFixed(0)]),
])}
`
