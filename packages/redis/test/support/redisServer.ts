import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createClient } from 'redis'

/** A real Redis on a port of its own, which can be made to fail. */
export interface RedisServer {
  readonly url: string
  /** Every key and everything in it, as text. */
  dump(): Promise<string>
  /** Milliseconds until each key expires; -1 for one that never does. */
  lifetimes(): Promise<Record<string, number>>
  /** Ends it at once, with all its data. */
  kill(): Promise<void>
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>
  /** Keeps its connections, and answers nothing until resumed. */
  suspend(): void
  resume(): void
}

/** Starts a `redis-server`: the one that REDIS_SERVER_PATH names, or the one on the path. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  let child = await spawnRedis(port)
  const url = `redis://127.0.0.1:${port}`
  return {
    url,
    dump: () => withClient(url, dump),
    lifetimes: () => withClient(url, lifetimes),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGCONT')
      child.kill('SIGKILL')
      await gone
    },
    async start() {
      child = await spawnRedis(port)
    },
    suspend: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

/** A port where nothing listens, for a Redis that is gone from the start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function spawnRedis(port: number): Promise<ChildProcess> {
  const program = process.env.REDIS_SERVER_PATH ?? 'redis-server'
  const child = spawn(
    program,
    ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    let log = ''
    child.stdout?.on('data', (chunk) => {
      log += chunk
      if (log.includes('Ready to accept connections')) resolve()
    })
  })
  return child
}

function clientOf(url: string) {
  return createClient({ url })
}

type Client = ReturnType<typeof clientOf>

async function withClient<Value>(url: string, work: (client: Client) => Promise<Value>) {
  const client = clientOf(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    client.destroy()
  }
}

async function dump(client: Client): Promise<string> {
  const keys = await client.keys('*')
  const values = keys.map(async (key) =>
    (await client.type(key)) === 'hash' ? client.hGetAll(key) : client.get(key),
  )
  return JSON.stringify([keys, await Promise.all(values)])
}

async function lifetimes(client: Client): Promise<Record<string, number>> {
  const keys = await client.keys('*')
  return Object.fromEntries(
    await Promise.all(keys.map(async (key) => [key, await client.pTTL(key)] as const)),
  )
}
