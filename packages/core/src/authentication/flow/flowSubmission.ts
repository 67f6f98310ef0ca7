import * as z from 'zod'
import { oauthProviderSchema } from '../../contract/index.ts'

const id = z.string().min(1).max(128)
const name = z.string().trim().max(256).optional()
const password = z.string().min(1).max(1024)

/** One address, as a person types it. */
export const emailSchema = z.string().trim().max(320).pipe(z.email())

/** Digits as people type them: spaces and dashes are left out. */
const code = z
  .string()
  .max(64)
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().min(1))

/** What a form may send, told apart by `type`. Who signs in is never part of it. */
export const flowSubmissionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('password'), password }),
  z.object({ type: z.literal('send-magic-code') }),
  z.object({
    type: z.literal('sign-up'),
    firstName: name,
    lastName: name,
    password: password.optional(),
  }),
  z.object({ type: z.literal('forgot-password') }),
  z.object({ type: z.literal('new-password'), password }),
  z.object({ type: z.literal('provider'), provider: oauthProviderSchema }),
  z.object({ type: z.literal('connection'), connectionId: id }),
  z.object({ type: z.literal('code'), code }),
  z.object({ type: z.literal('resend') }),
  z.object({ type: z.literal('factor'), factorId: id }),
  z.object({ type: z.literal('organization'), organizationId: id }),
  z.object({ type: z.literal('phone'), phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/) }),
  /** Back to the choice of a way in, with the same address. */
  z.object({ type: z.literal('back') }),
])

/** What a form may send. */
export type FlowSubmission = z.input<typeof flowSubmissionSchema>
/** A submission that was read. */
export type ReadSubmission = z.output<typeof flowSubmissionSchema>
/** One kind of submission. */
export type SubmissionOf<Type extends ReadSubmission['type']> = Extract<
  ReadSubmission,
  { type: Type }
>
