import * as z from 'zod'
import { declareEvents, eventActorSchema } from './eventDeclaration.ts'
import { openEnum, recorded } from './primitives.ts'

const featureFlag = z.object({
  object: z.literal('feature_flag'),
  id: z.string(),
  environment_id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  owner: z
    .object({
      email: z.string(),
      first_name: z.string().nullable(),
      last_name: z.string().nullable(),
    })
    .nullable(),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  default_value: z.boolean(),
  ...recorded,
})

const access = {
  access_type: openEnum(['none', 'some', 'all']),
  configured_targets: z.object({
    organizations: z.array(z.object({ id: z.string(), name: z.string() })),
    users: z.array(z.object({ id: z.string(), email: z.string() })),
  }),
}

const context = z.object({ client_id: z.string(), actor: eventActorSchema })

const updatedContext = context.extend({
  previous_attributes: z
    .object({
      data: featureFlag
        .pick({ name: true, description: true, tags: true, enabled: true, default_value: true })
        .partial()
        .optional(),
    })
    .optional(),
})

const ruleContext = context.extend({
  ...access,
  previous_attributes: z.object({
    data: featureFlag.pick({ enabled: true, default_value: true }).partial().optional(),
    context: z.object(access).partial().optional(),
  }),
})

/** Events about feature flags; unlike others they always tell who did it. */
export const flagEvents = {
  ...declareEvents({ 'flag.created': featureFlag, 'flag.deleted': featureFlag }, context),
  ...declareEvents({ 'flag.rule_updated': featureFlag }, ruleContext),
  ...declareEvents({ 'flag.updated': featureFlag }, updatedContext),
}
