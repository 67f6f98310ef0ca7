import { request } from 'node:http'

/** What a server answers to a path that is sent to the letter: no client tidies it up. */
export interface RawAnswer {
  readonly status: number
  readonly body: string
  readonly cacheControl: string | undefined
}

/** Asks for a path as it is written. */
export function rawGet(
  origin: string,
  { path, headers = {} }: { path: string; headers?: Record<string, string> },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          cacheControl: response.headers['cache-control'],
        }),
      )
    })
    asked.on('error', reject).end()
  })
}
