import { readBody } from '@latchkey/core/webhooks'

/** Bytes; a form of the kit has one path in it. */
const LIMIT = 16_384

/** What a form has posted; `undefined` where it is longer than any form of the kit. Throws for what is none. */
export async function shortForm(request: Request): Promise<FormData | undefined> {
  const body = await readBody(request, LIMIT)
  if (body.kind === 'too-large') return undefined
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(body.bytes, { headers }).formData()
}
