import { delimiter } from 'node:path'
import { inRoot } from './paths.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const quiet = {
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
}

const belongsToAnApp = (name: string): boolean =>
  /^(WORKOS|NEXT_PUBLIC|LATCHKEY)_/.test(name) || name === 'PORT' || name === 'EMULATOR_PORT'

/** The repository's own binaries first, `node` among them, and no telemetry from any tool. */
export const withTools = (environment: Environment): Environment => ({
  ...environment,
  ...quiet,
  PATH: [inRoot('node_modules', '.bin'), environment.PATH ?? ''].join(delimiter),
})

/**
 * The environment without anything that configures an application: what a build bakes in and what a
 * test sees must not depend on the shell it was started from.
 */
export const withoutApp = (environment: Environment): Environment =>
  withTools(
    Object.fromEntries(Object.entries(environment).filter(([name]) => !belongsToAnApp(name))),
  )
