import { createServer } from 'node:net'
import type { Environment } from './environment.ts'

/** A port that somebody may choose: the variable that names it, and its value. */
export type ChosenPort = { readonly variable: string; readonly port: number }

/** Reads a port from the environment; throws a sentence for a person when it is not one. */
export const portFrom = (options: {
  readonly environment: Environment
  readonly variable: string
  readonly fallback: number
}): ChosenPort => {
  const { variable, fallback } = options
  const text = options.environment[variable] ?? ''
  const port = text === '' ? fallback : Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `${variable} is "${text}", which is not a port: choose a number from 1 to 65535.`,
    )
  }
  return { variable, port }
}

const listens = (port: number, host: string): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })

const nextFree = async (port: number): Promise<number> =>
  port < 65_535 && (await isTaken(port + 1)) ? nextFree(port + 1) : port + 1

// What listens on every address need not keep us from binding one of them, so both are tried.
const hosts = ['127.0.0.1', '0.0.0.0', '::1'] as const

/** Whether something already listens on the port. A machine without IPv6 is no reason to say so. */
export const isTaken = async (port: number): Promise<boolean> => {
  for (const host of hosts) {
    const code = (await listens(port, host))?.code
    if (code === 'EADDRINUSE' || code === 'EACCES') return true
  }
  return false
}

/** One sentence that names the taken port and the variable to change, or undefined. */
export const takenPort = async ({ variable, port }: ChosenPort): Promise<string | undefined> =>
  (await isTaken(port))
    ? `Port ${port} is taken: set ${variable} to a free one, for example ${variable}=${await nextFree(port)}.`
    : undefined
