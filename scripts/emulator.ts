import { build } from './support/build.ts'
import { emulatorCli } from './support/emulatorCli.ts'
import { withTools } from './support/environment.ts'
import { openHousehold } from './support/household.ts'

// pnpm hands on the `--` of `pnpm emulator -- FLAGS`.
const given = process.argv.slice(2)
const flags = given[0] === '--' ? given.slice(1) : given

// With `--json` the one line on standard output is for a program, so the build must not add to it.
const { code, output } = await build({ filters: ['@latchkey/emulator...'], output: 'keep' })
if (code !== 0) {
  console.error(output)
  process.exit(code)
}

const household = openHousehold()
household.start({
  name: 'The emulator',
  node: [emulatorCli, ...flags],
  environment: withTools(process.env),
})
const ending = await household.over
await household.end()
process.exit(ending.kind === 'crashed' ? ending.code : 0)
