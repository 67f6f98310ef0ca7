import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Environment } from './environment.ts'
import { root } from './paths.ts'

/** A program that runs until it is ended or fails. */
export type Service = {
  readonly name: string
  /** The exit code, once it has ended for whatever reason; 128 when a signal ended it. */
  readonly ended: Promise<number>
  /** Asks it to end, insists after five seconds, and resolves when it is gone. */
  readonly end: () => Promise<void>
}

export type ServiceOptions = {
  readonly name: string
  /** A script for Node, followed by its arguments. */
  readonly node: readonly string[]
  readonly cwd?: string
  readonly environment: Environment
  /** Gets the first line of its output in place of the terminal, which shows the rest. */
  readonly onFirstLine?: (line: string) => void
}

/** Starts a Node program beside this one. */
export const startService = (options: ServiceOptions): Service => {
  const child = spawn(process.execPath, options.node, {
    cwd: options.cwd ?? root,
    env: options.environment,
    stdio: ['ignore', options.onFirstLine === undefined ? 'inherit' : 'pipe', 'inherit'],
  })
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<number>()
  child.once('error', () => hasEnded(127))
  child.once('exit', (code) => hasEnded(code ?? 128))

  if (options.onFirstLine !== undefined && child.stdout !== null) {
    const lines = createInterface({ input: child.stdout })
    lines.once('line', options.onFirstLine)
    lines.once('line', () => lines.on('line', (line) => console.log(line)))
  }

  return {
    name: options.name,
    ended,
    end: async () => {
      child.kill('SIGTERM')
      const insist = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(insist)
    },
  }
}
