import { startApp } from './demo/app.ts'
import { backendFrom } from './demo/backend.ts'
import { accountsOf, startEmulator } from './demo/emulator.ts'
import { welcome } from './demo/welcome.ts'
import { build } from './support/build.ts'
import { type Household, openHousehold } from './support/household.ts'
import { portFrom, takenPort } from './support/ports.ts'

const environment = process.env
const port = (variable: string, fallback: number) => portFrom({ environment, variable, fallback })

const open = async (household: Household): Promise<void> => {
  const backend = backendFrom(environment)
  const appPort = port('PORT', 3000)
  const emulatorPort = port('EMULATOR_PORT', 4100)
  const needed = backend === 'emulator' ? [appPort, emulatorPort] : [appPort]
  if (backend === 'emulator' && appPort.port === emulatorPort.port) {
    throw new Error(`PORT and EMULATOR_PORT are both ${appPort.port}: choose two different ports.`)
  }
  const taken = (await Promise.all(needed.map(takenPort))).filter(
    (sentence) => sentence !== undefined,
  )
  if (taken.length > 0) throw new Error(taken.join('\n'))

  const filters = backend === 'emulator' ? ['demo...', '@latchkey/emulator...'] : ['demo...']
  const { code } = await build({ filters, output: 'show', signal: household.signal })
  household.signal.throwIfAborted()
  if (code !== 0) throw new Error('The build failed; its output is above.')

  if (backend === 'workos') {
    console.log(
      welcome({ app: await startApp(household, { port: appPort.port, emulator: undefined }) }),
    )
    return
  }
  const address = await startEmulator(household, emulatorPort.port)
  const [app, accounts] = await Promise.all([
    startApp(household, { port: appPort.port, emulator: address }),
    accountsOf(address),
  ])
  console.log(welcome({ app, emulator: { address, accounts } }))
}

const household = openHousehold()
const failure = await open(household).then(
  () => undefined,
  (error: Error) => error,
)
const ending = failure === undefined || household.signal.aborted ? await household.over : undefined
await household.end()

if (ending === undefined) console.error(failure?.message)
if (ending?.kind === 'crashed') console.error(`${ending.name} ended with code ${ending.code}.`)
process.exit(ending === undefined ? 1 : ending.kind === 'asked' ? 0 : ending.code || 1)
