/** Bytes that a body may have unless said otherwise; events and Actions have a few thousand. */
export const MAX_BODY_BYTES = 1_048_576

/** A body that was read, or that was too long to be read to its end. */
export type Body =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }

/**
 * Reads a body as it arrived, and no more of it than `limit` bytes.
 *
 * @example
 * ```ts
 * import { readBody } from '@latchkey/core/webhooks'
 *
 * export async function POST(request: Request) {
 *   const body = await readBody(request, 16_384)
 *   return new Response(null, { status: body.kind === 'read' ? 204 : 413 })
 * }
 * ```
 */
export async function readBody(request: Request, limit: number): Promise<Body> {
  if (Number(request.headers.get('content-length')) > limit) return { kind: 'too-large' }
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > limit) {
      await reader?.cancel()
      return { kind: 'too-large' }
    }
    chunks.push(read.value)
  }
  return { kind: 'read', bytes: join(chunks, length) }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
