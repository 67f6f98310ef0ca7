import type { ErrorBodyWire } from '@latchkey/core/contract'

/** Statuses that the API refuses with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 501

/** A refusal, with the body that the caller is to read. Throw it anywhere below a route. */
export class ApiError extends Error {
  readonly status: ErrorStatus
  readonly body: ErrorBodyWire

  constructor(status: ErrorStatus, body: ErrorBodyWire) {
    super(body.error_description ?? String(body.message ?? body.code ?? status))
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

/** The plain envelope: `{ code, message }`. */
export const plainError = (
  status: ErrorStatus,
  code: string,
  message: string,
  more: Record<string, unknown> = {},
): ApiError => new ApiError(status, { code, message, ...more })

/** The OAuth envelope: `{ error, error_description }`, always 400. */
export const oauthError = (
  error: string,
  error_description: string,
  more: Record<string, unknown> = {},
): ApiError => new ApiError(400, { error, error_description, ...more })

/** What is asked for by id and does not exist. */
export const notFoundError = (kind: string, id: string): ApiError =>
  new ApiError(404, { message: `${kind} not found: '${id}'.` })

/** A request that the contract does not allow; each problem names its field. */
export const invalidParametersError = (
  errors: readonly { field: string; message: string }[],
): ApiError =>
  plainError(422, 'invalid_request_parameters', 'Validation failed.', {
    errors: errors.map(({ field, message }) => ({ code: 'invalid_parameter', field, message })),
  })
