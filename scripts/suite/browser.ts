import type { Environment } from '../support/environment.ts'
import { inRoot } from '../support/paths.ts'
import { run } from '../support/run.ts'
import { aptInstall, systemName } from './debian.ts'
import { firstProgram, isProgram, onPath } from './programs.ts'

/** The one without windows comes first: it is the faster one. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** A Chromium that is already on the machine. */
export const installedBrowser = (environment: Environment): Promise<string | undefined> => {
  return firstProgram([
    ...onPath(names, environment),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ])
}

const installFromDebian = async (environment: Environment): Promise<string | undefined> => {
  // Ubuntu's package of the same name only fetches a snap, which containers cannot run.
  if ((await systemName()) !== 'debian') return undefined
  // Debian 11 has no package of the first name.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await aptInstall([name, 'fonts-liberation'], environment)
    const found = await installedBrowser(environment)
    if (found !== undefined) return found
  }
  return undefined
}

const installFromPlaywright = async (environment: Environment): Promise<string | undefined> => {
  const inE2e = { cwd: inRoot('e2e'), environment }
  const installed = await run({
    command: inRoot('e2e', 'node_modules', '.bin', 'playwright'),
    args: ['install', 'chromium'],
    ...inE2e,
    output: 'show',
  })
  if (installed.code !== 0) return undefined
  const script =
    "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())"
  const asked = await run({
    command: 'node',
    args: ['--input-type=module', '--eval', script],
    ...inE2e,
    output: 'keep',
  })
  return firstProgram([asked.stdout.trim()])
}

/**
 * A Chromium to test with: the one that CHROMIUM_PATH names, else one on the machine, else one that
 * is installed now, from Debian where that is possible and from Playwright where not.
 * Throws a sentence for a person when there is none.
 */
export const findBrowser = async (environment: Environment): Promise<string> => {
  const named = environment.CHROMIUM_PATH
  if (named) {
    if (await isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a program.`)
  }
  const found =
    (await installedBrowser(environment)) ??
    (await installFromDebian(environment)) ??
    (await installFromPlaywright(environment))
  if (found !== undefined) return found
  throw new Error(
    'There is no Chromium and none could be installed: install one and set CHROMIUM_PATH to it.',
  )
}
