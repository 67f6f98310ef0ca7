import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { apiPageStep } from './check/apiPage.ts'
import { biome } from './check/biome.ts'
import { conformance } from './check/conformance.ts'
import { docs } from './check/docs.ts'
import { documented } from './check/documented.ts'
import { exportsSnapshot, updateExports } from './check/exports.ts'
import { houseRules } from './check/houseRules.ts'
import { installed } from './check/installed.ts'
import { knip } from './check/knip.ts'
import { packageGates } from './check/packageGates.ts'
import { packagesBuilt } from './check/packagesBuilt.ts'
import type { StepReport } from './check/report.ts'
import { runSteps } from './check/runSteps.ts'
import { size } from './check/size.ts'
import { types } from './check/types.ts'
import { updateApiPage } from './docs/apiPage.ts'
import { reports } from './support/paths.ts'

const onEnd = ({ name, status, seconds, output }: StepReport): void => {
  const sign = status === 'passed' ? styleText('green', '✓') : styleText('red', '✗')
  console.log(`${sign} ${name.padEnd(24)}${seconds.toFixed(1).padStart(6)} s`)
  if (output !== '') console.log(`${output.replace(/^/gm, '    ')}\n`)
}

const check = async (): Promise<void> => {
  // The build comes first and alone: the other steps look at what it makes.
  const built = await runSteps([packagesBuilt], { atOnce: 1, onEnd })
  const rest = await runSteps(
    [
      types,
      installed,
      packageGates,
      biome,
      knip,
      houseRules,
      exportsSnapshot,
      size,
      docs,
      documented,
      apiPageStep,
      conformance,
    ],
    { atOnce: 2, onEnd },
  )
  const results = [...built, ...rest]
  await mkdir(reports, { recursive: true })
  await writeFile(join(reports, 'check.json'), `${JSON.stringify(results, undefined, 2)}\n`)
  process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0
}

const update = async (): Promise<void> => {
  const [built] = await runSteps([packagesBuilt], { atOnce: 1, onEnd })
  if (built?.status !== 'passed') {
    process.exitCode = 1
    return
  }
  await updateExports()
  await updateApiPage()
}

await (process.argv.includes('--update') ? update() : check())
