import * as z from 'zod'

/**
 * Every error body of the API. Two envelopes coexist: plain (`code`, `message`) and OAuth
 * (`error`, `error_description`); either may carry more fields, which continuation errors need.
 */
export const errorBodySchema = z.looseObject({
  code: z.string().optional(),
  message: z.union([z.string(), z.array(z.string())]).optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
})
/** {@link errorBodySchema} as it travels. */
export type ErrorBodyWire = z.infer<typeof errorBodySchema>
