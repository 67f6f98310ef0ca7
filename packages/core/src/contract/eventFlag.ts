import * as z from 'zod'
import { declareEvents, eventActorSchema } from './eventDeclaration.ts'
import { featureFlagSchema } from './featureFlag.ts'
import { openEnum } from './primitives.ts'

const featureFlag = featureFlagSchema.extend({ environment_id: z.string() })

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
