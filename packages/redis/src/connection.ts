/**
 * What is used of a client: those that `createClient`, `createClientPool`, `createCluster` and
 * `createSentinel` of the `redis` package make have it.
 */
export interface RedisConnection {
  /** Whether it is connected, where the client knows. */
  readonly isReady?: boolean
  /** The value of a key, or `null`. */
  get(key: string): Promise<string | null>
  /** Runs a Lua script. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

/** Options that everything in this package takes. */
export interface RedisOptions {
  /** A client of the `redis` package, connected or about to be. */
  readonly client: RedisConnection
  /** What every key begins with; `latchkey:` unless set. One for each WorkOS environment. */
  readonly prefix?: string
}

/** Commands on keys with a prefix. */
export interface RedisCommands {
  get(key: string): Promise<string | null>
  run(script: string, key: string, ...values: readonly (string | number)[]): Promise<unknown>
}

/** Commands that throw at once where there is no connection, instead of being queued. */
export function commandsOf({ client, prefix = 'latchkey:' }: RedisOptions): RedisCommands {
  const connected = async <Value>(command: () => Promise<Value>): Promise<Value> => {
    if (client.isReady === false) throw new Error('The Redis client is not connected.')
    return command()
  }
  return {
    get: (key) => connected(() => client.get(prefix + key)),
    run: (script, key, ...values) =>
      connected(() =>
        client.eval(script, { keys: [prefix + key], arguments: values.map((value) => `${value}`) }),
      ),
  }
}
