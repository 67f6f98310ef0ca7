/**
 * What `ask` gives, or the response that Next would make of a `redirect()`, `notFound()` and the like
 * in it. Next's own carries no `Cache-Control`, and where it is no redirect none of our cookies.
 */
export async function orNavigation<Answer>(
  request: Request,
  ask: () => Answer,
): Promise<Awaited<Answer> | Response> {
  try {
    return await ask()
  } catch (error) {
    const response = navigationOf(error, request)
    if (response === undefined) throw error
    return response
  }
}

/** Next tells what is wanted in the digest of what it throws. */
function navigationOf(error: unknown, request: Request): Response | undefined {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  const [signal, ...details] = digest.split(';')
  if (signal === 'NEXT_HTTP_ERROR_FALLBACK') {
    return new Response(null, { status: Number(details[0]) })
  }
  if (signal !== 'NEXT_REDIRECT') return undefined
  const location = details.slice(1, -2).join(';')
  const status = isForm(request) ? 303 : Number(details.at(-2))
  return new Response(null, { status, headers: { location } })
}

/** What a form has posted is not posted again to where it leads. */
function isForm({ method, headers }: Request): boolean {
  const type = headers.get('content-type') ?? ''
  return method === 'POST' && /^(?:multipart\/form-data|application\/x-www-form-)/.test(type)
}
