import { describe, expect, it } from 'vitest'
import { brokenRules } from '../check/houseRules.ts'

const core = 'packages/core/src/session/load.ts'
const action = 'packages/next/src/actions/invite.ts'
const test = 'packages/core/test/load.test.ts'

// Put together here so that this file keeps the rules that it tests.
const exportAll = 'export'.concat(" * from './a.ts'\n")
const mock = (module: string) => 'vi.'.concat(`mock('${module}')\n`)

describe('the rules of the house', () => {
  it.each([
    ['an export of everything', core, exportAll],
    ['a file too long', core, 'const a = 1\n'.repeat(351)],
    ["'use server' for a module", 'packages/next/src/server/auth.ts', "'use server'\n"],
    ["'use server' after a comment", core, '// why\n/* and\nhow */\n"use server"\n'],
    ['a Node module in core', core, "import { join } from 'node:path'\n"],
    ['a Node module in next, imported late', 'packages/next/src/a.ts', "await import('node:fs')\n"],
    ['a mock of jose', test, mock('jose')],
    ['a mock of ours', test, mock('@latchkey/core')],
  ])('find %s', (_, path, text) => {
    expect(brokenRules(path, text)).toHaveLength(1)
  })

  it.each([
    ['a named export', core, "export { load } from './load.ts'\n"],
    ['a file of 350 lines', core, 'const a = 1\n'.repeat(350)],
    ["'use server' where actions live", action, "'use server'\n"],
    ["'use server' in a function", core, "const act = () => {\n  'use server'\n}\n"],
    ['a Node module in the emulator', 'packages/emulator/src/cli.ts', "import 'node:fs'\n"],
    ['a mock of something else', test, mock('./clock.ts')],
  ])('allow %s', (_, path, text) => {
    expect(brokenRules(path, text)).toEqual([])
  })
})
