import { onTestFinished } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/index.ts'
import { checkedFetch } from './openApi/checkedFetch.ts'

/** An emulator whose answers in process are held against WorkOS's OpenAPI document. */
export async function openEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await createEmulator(options)
  const fetch = checkedFetch(emulator.fetch)
  return new Proxy(emulator, {
    get: (target, name) => (name === 'fetch' ? fetch : Reflect.get(target, name)),
  })
}

/** An emulator for one test, closed after it. */
export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await openEmulator(options)
  onTestFinished(() => emulator.close())
  return emulator
}
