import { readFile } from 'node:fs/promises'
import type { Environment } from '../support/environment.ts'
import { run } from '../support/run.ts'

/** Which system this is, as `/etc/os-release` names it: `debian`, `ubuntu`; empty where unknown. */
export const systemName = async (): Promise<string> => {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^ID="?(?<name>\w+)"?$/m.exec(text)?.groups?.name ?? ''
}

/** Installs packages with apt, where this process may; says whether it tried. */
export const aptInstall = async (
  packages: readonly string[],
  environment: Environment,
): Promise<boolean> => {
  if (process.getuid?.() !== 0) return false
  const apt = (...args: readonly string[]) =>
    run({
      command: 'apt-get',
      args,
      environment: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
      output: 'show',
    })
  await apt('update', '-q')
  await apt('install', '-qy', '--no-install-recommends', ...packages)
  return true
}
