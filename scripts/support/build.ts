import { withoutApp } from './environment.ts'
import { type RunOptions, type RunResult, run } from './run.ts'

/**
 * Builds workspaces and what they depend on; turbo skips what has not changed.
 * Without filters everything is built. Builds never see an application's configuration.
 */
export const build = ({
  filters,
  ...options
}: {
  readonly filters: readonly string[]
} & Pick<RunOptions, 'output' | 'signal'>): Promise<RunResult> =>
  run({
    ...options,
    command: 'turbo',
    args: [
      'run',
      'build',
      '--output-logs=errors-only',
      ...filters.map((filter) => `--filter=${filter}`),
    ],
    environment: withoutApp(process.env),
  })
