import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from './suite/browser.ts'
import { countCheck } from './suite/countCheck.ts'
import { countPlaywright } from './suite/countPlaywright.ts'
import { countVitest } from './suite/countVitest.ts'
import { findRedis } from './suite/redis.ts'
import { type PartResult, type Runner, runTests, timed } from './suite/runner.ts'
import { summary } from './suite/summary.ts'
import type { Verdict } from './suite/verdict.ts'
import { build } from './support/build.ts'
import { withoutApp } from './support/environment.ts'
import { inRoot, reports } from './support/paths.ts'

const environment = withoutApp(process.env)
const none = { passed: 0, failed: 0, skipped: 0 }
const failed = (remark: string): Verdict => ({ tally: { ...none, failed: 1 }, remark })

const buildAll = async (): Promise<Verdict> => {
  const { code } = await build({ filters: [], output: 'show' })
  return code === 0 ? { tally: none, remark: '' } : failed(`ended with code ${code}`)
}

const check: Runner = {
  name: 'check',
  program: { command: 'node', args: [inRoot('scripts', 'check.ts')], environment },
  report: join(reports, 'check.json'),
  count: countCheck,
}

const vitestReport = join(reports, 'vitest.json')
const vitest = (redisServer: string): Runner => ({
  name: 'vitest',
  program: {
    command: 'vitest',
    args: [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    environment: { ...environment, REDIS_SERVER_PATH: redisServer },
  },
  report: vitestReport,
  count: countVitest,
})

const playwrightReport = join(reports, 'playwright.json')
const playwright = (browser: string): Runner => ({
  name: 'playwright',
  program: {
    command: inRoot('e2e', 'node_modules', '.bin', 'playwright'),
    args: ['test', '--forbid-only', '--retries=0', '--reporter=list,json'],
    cwd: inRoot('e2e'),
    environment: {
      ...environment,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  },
  report: playwrightReport,
  count: countPlaywright,
})

const unitTests = (): Promise<Verdict> =>
  findRedis(environment).then(
    (redisServer) => runTests(vitest(redisServer)),
    (error: Error) => failed(error.message),
  )

const endToEnd = (): Promise<Verdict> =>
  findBrowser(environment).then(
    (browser) => runTests(playwright(browser)),
    (error: Error) => failed(error.message),
  )

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })

const parts: PartResult[] = [
  await timed('build', buildAll),
  await timed('check', () => runTests(check)),
  await timed('vitest', unitTests),
  await timed('playwright', endToEnd),
]

const text = summary(parts)
await writeFile(join(reports, 'summary.txt'), text)
console.log(`\n${text}`)
process.exitCode = parts.some(({ tally }) => tally.failed > 0) ? 1 : 0
