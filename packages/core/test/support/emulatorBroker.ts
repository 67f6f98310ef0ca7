import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createEmulator, type Emulator } from '@latchkey/emulator'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests ask for an emulator of their own. */
    emulatorBroker: string
  }
}

/**
 * Starts an emulator for whichever test asks for one. Tests of the edge runtime cannot start a
 * server, so it happens here, beside them, and they talk HTTP to it as to WorkOS.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulators: Emulator[] = []
  const server = createServer(async (request, response) => {
    const emulator = await createEmulator(JSON.parse(await bodyOf(request)))
    emulators.push(emulator)
    await emulator.listen({ port: 0 })
    const { url, apiKey, clientId } = emulator
    response.end(JSON.stringify({ url, apiKey, clientId }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the broker has no port')
  project.provide('emulatorBroker', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    await Promise.all(emulators.map((emulator) => emulator.close()))
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString() || '{}'
}
