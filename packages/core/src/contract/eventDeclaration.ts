import * as z from 'zod'
import { openEnum } from './primitives.ts'

/** Who made something happen. */
export const eventActorSchema = z.object({
  id: z.string(),
  source: openEnum(['api', 'dashboard', 'admin_portal', 'system']),
  name: z.string().nullable(),
})

/** The circumstances of an event, where WorkOS tells them. */
export const eventContextSchema = z
  .object({
    client_id: z.string().optional(),
    actor: eventActorSchema.optional(),
    previous_attributes: z.record(z.string(), z.unknown()).optional(),
    ajs_anonymous_id: z.string().optional(),
    google_analytics_client_id: z.string().optional(),
    google_analytics_sessions: z
      .array(
        z.object({
          containerId: z.string(),
          sessionId: z.string().optional(),
          sessionNumber: z.string().optional(),
        }),
      )
      .optional(),
  })
  .optional()

/** One kind of event, as data. */
export interface EventDeclaration<
  Data extends z.ZodType = z.ZodType,
  Context extends z.ZodType = z.ZodType,
> {
  readonly data: Data
  readonly context: Context
}

/** Declares events by the schema of their data; those given together share one kind of context. */
export function declareEvents<
  const Schemas extends Record<string, z.ZodType>,
  Context extends z.ZodType = typeof eventContextSchema,
>(
  schemas: Schemas,
  context?: Context,
): { readonly [Name in keyof Schemas]: EventDeclaration<Schemas[Name], Context> } {
  const declared = Object.entries(schemas).map(([name, data]) => [
    name,
    { data, context: context ?? eventContextSchema },
  ])
  return Object.fromEntries(declared)
}
