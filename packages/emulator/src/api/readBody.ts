import type { Context } from 'hono'
import { ApiError } from './apiError.ts'

/** Reads a body as an object, from JSON or from a form; an empty one is an empty object. */
export async function readBody(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text()
  if (text.trim() === '') return {}
  const type = context.req.header('content-type') ?? ''
  if (type.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  const value = parseJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new ApiError(400, { message: 'The request body must be a JSON object.' })
  }
  return value as Record<string, unknown>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, { message: 'The request body is not valid JSON.' })
  }
}
