import type { Context } from 'hono'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { PageError } from './pageError.ts'
import { type CallbackError, returnError } from './returnToApplication.ts'

/** Ends a visit with an error: the application hears of it, or else the person reads it. */
export function refuse(
  context: Context<AppEnv>,
  flow: FlowRecord,
  error: { error: CallbackError; error_description: string },
): Response {
  context.var.environment.store.flows.delete(flow.id)
  const { target } = flow.request
  if ('redirect_uri' in target) return returnError(context, target, error)
  throw new PageError(400, {
    title: 'You are not signed in',
    text: `${error.error_description} You can close this page.`,
  })
}
