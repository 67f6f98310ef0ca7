import { expect, it } from 'vitest'
import { codeBlocks } from '../check/codeBlocks.ts'

const fence = '```'

it('finds the TypeScript in a page, with its lines', () => {
  const page = [
    '# Title',
    `${fence}ts`,
    'const a = 1',
    fence,
    `${fence}bash`,
    'npm install',
    fence,
    '1. In a list:',
    `   ${fence}tsx title="app/page.tsx"`,
    '   <p />',
    `   ${fence}`,
    `${fence}tsconfig`,
    '{}',
    fence,
  ].join('\n')
  expect(codeBlocks(page)).toEqual([
    { language: 'ts', code: 'const a = 1\n', line: 3 },
    { language: 'tsx', code: '   <p />\n', line: 10 },
  ])
})
