import type { Environment } from '../support/environment.ts'
import { aptInstall, systemName } from './debian.ts'
import { firstProgram, isProgram, onPath } from './programs.ts'

const installedRedis = (environment: Environment): Promise<string | undefined> =>
  firstProgram(onPath(['redis-server'], environment))

const installFromDebian = async (environment: Environment): Promise<string | undefined> => {
  const knowsApt = ['debian', 'ubuntu'].includes(await systemName())
  return knowsApt && (await aptInstall(['redis-server'], environment))
    ? installedRedis(environment)
    : undefined
}

/**
 * A Redis to test with: the one that REDIS_SERVER_PATH names, else one on the machine, else one that
 * is installed now. Throws a sentence for a person when there is none.
 */
export const findRedis = async (environment: Environment): Promise<string> => {
  const named = environment.REDIS_SERVER_PATH
  if (named) {
    if (await isProgram(named)) return named
    throw new Error(`REDIS_SERVER_PATH is ${named}, which is not a program.`)
  }
  const found = (await installedRedis(environment)) ?? (await installFromDebian(environment))
  if (found !== undefined) return found
  throw new Error(
    'There is no redis-server and none could be installed: install one and set REDIS_SERVER_PATH to it.',
  )
}
