import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Environment } from '../support/environment.ts'
import { inRoot } from '../support/paths.ts'
import { run } from '../support/run.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

const firstProgram = async (paths: readonly string[]): Promise<string | undefined> => {
  for (const path of paths) if (await isProgram(path)) return path
  return undefined
}

/** A Chromium that is already on the machine. */
export const installedBrowser = (environment: Environment): Promise<string | undefined> => {
  const folders = (environment.PATH ?? '').split(delimiter)
  return firstProgram([
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ])
}

// Ubuntu's package of the same name only fetches a snap, which containers cannot run.
const isDebian = async (): Promise<boolean> =>
  /^ID="?debian"?$/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''))

const installFromDebian = async (environment: Environment): Promise<string | undefined> => {
  if (process.getuid?.() !== 0 || !(await isDebian())) return undefined
  const apt = (...args: readonly string[]) =>
    run({
      command: 'apt-get',
      args,
      environment: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
      output: 'show',
    })
  await apt('update', '-q')
  await apt('install', '-qy', '--no-install-recommends', 'chromium', 'fonts-liberation')
  return installedBrowser(environment)
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
