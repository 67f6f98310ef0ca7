import { InputError } from '@latchkey/core'
import { commandsOf, type RedisCommands, type RedisOptions } from './connection.ts'

/** Options of what requests wait for. */
export interface TimedRedisOptions extends RedisOptions {
  /** Milliseconds that Redis may take to answer a command; 500 unless set. */
  readonly timeout?: number
}

/**
 * Commands that are answered in time or throw. The client's own timeout ends where a command is
 * sent, so a Redis that hangs would never be noticed by it.
 *
 * @throws {InputError} for a timeout that is no positive number.
 */
export function timedCommandsOf({ timeout = 500, ...options }: TimedRedisOptions): RedisCommands {
  if (!(timeout > 0)) {
    throw new InputError({
      message: '`timeout` is not a positive number.',
      fix: 'Pass milliseconds, or leave it out.',
    })
  }
  const commands = commandsOf(options)
  return {
    get: (key) => within(timeout, commands.get(key)),
    run: (...command) => within(timeout, commands.run(...command)),
  }
}

function within<Value>(timeout: number, answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`Redis did not answer within ${timeout} ms.`))
    // The second timer lets an answer through that arrived while this process was busy.
    let timer = setTimeout(() => {
      timer = setTimeout(giveUp)
    }, timeout)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
