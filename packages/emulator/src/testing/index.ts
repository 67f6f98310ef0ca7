export {
  connectEmulator,
  type RemoteEmulator,
  type RemoteEnvironment,
} from './connectEmulator.ts'
export { type PlaywrightFixtures, playwrightFixtures } from './playwrightFixtures.ts'
export { type VitestFixtures, vitestFixtures } from './vitestFixtures.ts'
