import { createClient } from 'redis'
import { onTestFinished } from 'vitest'

/** A connected client, closed when the test is over. */
export async function connect(url: string) {
  const client = createClient({ url })
  // A Redis that goes away is what these tests are about.
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.destroy())
  return client
}
