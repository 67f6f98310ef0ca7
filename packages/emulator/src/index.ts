export type { Clock } from './clock.ts'
export type { Account } from './control/accounts.ts'
export type {
  Delivery,
  Email,
  EmulatorEnvironment,
  EmulatorEvent,
} from './control/controlEnvironment.ts'
export type { DeliveryFilter } from './control/deliveries.ts'
export type { Fault, Faults, FaultWish } from './control/faults.ts'
export { MintError, type MintSession } from './control/mintSession.ts'
export type { LoggedRequest, RequestFilter } from './control/requestLog.ts'
export type { Snapshot } from './control/snapshots.ts'
export { ConnectionResetError } from './control/strikeRequest.ts'
export { createEmulator } from './createEmulator.ts'
export type { Emulator, EmulatorOptions } from './emulator.ts'
export type { Logger } from './environment.ts'
export type { EventFilter } from './events/listEvents.ts'
export { PortTakenError } from './listen.ts'
export { defaultSeed } from './seed/defaultSeed.ts'
export { SeedError } from './seed/parseSeed.ts'
export type { Seed } from './seed/seed.ts'
