import manifest from '../../packages/emulator/package.json' with { type: 'json' }
import { inRoot } from './paths.ts'

/** The built program that the emulator's package installs as `latchkey-emulator`. */
export const emulatorCli = inRoot('packages', 'emulator', manifest.bin['latchkey-emulator'])
