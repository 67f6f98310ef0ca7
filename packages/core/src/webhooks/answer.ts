/** An answer of an endpoint that WorkOS calls; never to be kept by anybody. */
export function answer(status: number, body: object, headers: Record<string, string> = {}) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** WorkOS only ever posts. */
export function methodNotAllowed(): Response {
  return answer(405, { code: 'method_not_allowed' }, { allow: 'POST' })
}

/** Nothing that WorkOS sends is this long. */
export function bodyTooLarge(): Response {
  return answer(413, { code: 'body_too_large' })
}
