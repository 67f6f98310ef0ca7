import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** One process of a product that runs several. */
export interface Instance {
  readonly url: string
  /** What it told of by events, in their order. */
  readonly events: readonly string[]
  /** Milliseconds that its clock is off, and the secret of its webhooks. */
  set(settings: { clockOffset?: number; webhookSecret?: string }): Promise<void>
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>
}

/** Starts so many processes; they end with the test. */
export function startInstances(
  count: number,
  env: Record<string, string>,
): Promise<readonly Instance[]> {
  return Promise.all(Array.from({ length: count }, () => startInstance(env)))
}

async function startInstance(env: Record<string, string>): Promise<Instance> {
  const child = fork(fileURLToPath(new URL('./instance.ts', import.meta.url)), {
    env: { PATH: process.env.PATH, ...env },
  })
  const events: string[] = []
  child.on('message', ({ event }: { event?: string }) => {
    if (event !== undefined) events.push(event)
  })
  const kill = () => killed(child)
  onTestFinished(kill)
  const { address } = await told<{ address: { port: number } }>(child, 'address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    events,
    async set(settings) {
      const taken = told(child, 'settings')
      child.send(settings)
      await taken
    },
    kill,
  }
}

function told<Message>(child: ChildProcess, key: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the instance ended'))
    child.once('exit', gone)
    child.on('message', function listen(message: object) {
      if (!(key in message)) return
      child.off('message', listen)
      child.off('exit', gone)
      resolve(message as Message)
    })
  })
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
