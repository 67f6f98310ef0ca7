/** Bytes; a form of the kit has one path in it. */
const LIMIT = 16_384

/** What a form has posted; `undefined` where it is longer than any form of the kit. Throws for what is none. */
export async function shortForm(request: Request): Promise<FormData | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > LIMIT) {
      await reader?.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(new Blob(chunks), { headers }).formData()
}
