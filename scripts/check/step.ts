import { withoutApp } from '../support/environment.ts'
import { type RunOptions, run } from '../support/run.ts'

/** What is wrong, one text each; none when all is well. */
export type Problems = readonly string[]

/** One thing that `pnpm check` looks at. Throwing is a problem like any other. */
export type Step = { readonly name: string; readonly find: () => Promise<Problems> }

/** Runs a tool that says by its exit code whether all is well; its output is the problem if not. */
export const problemsOf = async (
  command: string,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd'> = {},
): Promise<Problems> => {
  const environment = { ...withoutApp(process.env), NO_COLOR: '1' }
  const { code, output } = await run({ command, args, environment, output: 'keep', ...options })
  if (code === 0) return []
  return [output.trim() || `${command} ended with code ${code} and said nothing.`]
}
