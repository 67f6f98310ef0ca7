import { request } from 'node:http'

/** A request to the letter: `fetch` would tidy the path and write `Sec-Fetch-Mode` itself. */
export interface Sent {
  /** As it goes over the wire. */
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends a request as it is written; follows no redirect. */
export function send(
  origin: string,
  { path, method = 'GET', headers = {}, body }: Sent,
): Promise<Response> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('error', reject)
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        const received = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        )
        const text = Buffer.concat(chunks).toString()
        resolve(new Response(text === '' ? null : text, { status, headers: received }))
      })
    })
    asked.on('error', reject).end(body)
  })
}
