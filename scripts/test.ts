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
import { type Environment, withoutApp } from './support/environment.ts'
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
const vitest = (programs: Environment): Runner => ({
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
    environment: { ...environment, ...programs },
  },
  report: vitestReport,
  count: countVitest,
})

const playwrightReport = join(reports, 'playwright.json')
const playwright = (programs: Environment): Runner => ({
  name: 'playwright',
  program: {
    command: inRoot('e2e', 'node_modules', '.bin', 'playwright'),
    args: ['test', '--forbid-only', '--retries=0', '--reporter=list,json'],
    cwd: inRoot('e2e'),
    environment: {
      ...environment,
      ...programs,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  },
  report: playwrightReport,
  count: countPlaywright,
})

/** Runs tests that need programs, or says which one there is not. */
const runWith = async (
  runner: (programs: Environment) => Runner,
  find: () => Promise<Environment>,
): Promise<Verdict> => {
  try {
    return await runTests(runner(await find()))
  } catch (error) {
    return failed((error as Error).message)
  }
}

const unitTests = (): Promise<Verdict> =>
  runWith(vitest, async () => ({ REDIS_SERVER_PATH: await findRedis(environment) }))

const endToEnd = (): Promise<Verdict> =>
  runWith(playwright, async () => ({
    CHROMIUM_PATH: await findBrowser(environment),
    REDIS_SERVER_PATH: await findRedis(environment),
  }))

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
