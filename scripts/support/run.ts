import { spawn } from 'node:child_process'
import type { Environment } from './environment.ts'
import { root } from './paths.ts'

export type RunOptions = {
  readonly command: string
  readonly args?: readonly string[]
  readonly cwd?: string
  readonly environment: Environment
  /** `show` passes the output on as it comes; `keep` returns it. */
  readonly output: 'show' | 'keep'
  /** Ends the program when aborted. */
  readonly signal?: AbortSignal
}

export type RunResult = {
  /** The exit code; 128 and more when a signal ended the process or it could not be started. */
  readonly code: number
  /** What was written to both streams, in order; empty with `show`. */
  readonly output: string
  /** What was written to standard output alone; empty with `show`. */
  readonly stdout: string
}

/** Runs a program to its end, without input, and never throws for what the program does. */
export const run = (options: RunOptions): Promise<RunResult> =>
  new Promise((resolve) => {
    const stream = options.output === 'show' ? 'inherit' : 'pipe'
    const child = spawn(options.command, options.args ?? [], {
      cwd: options.cwd ?? root,
      env: options.environment,
      signal: options.signal,
      stdio: ['ignore', stream, stream],
    })
    const all: string[] = []
    const out: string[] = []
    const end = (code: number) => resolve({ code, output: all.join(''), stdout: out.join('') })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      all.push(text)
      out.push(text)
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => all.push(text))
    child.on('error', (error) => {
      all.push(`${options.command} could not be started: ${error.message}\n`)
      end(127)
    })
    child.on('close', (code) => end(code ?? 128))
  })
