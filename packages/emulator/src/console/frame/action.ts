import type { Context, Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import { readSubmission, type Submission } from '../../administration/submission.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import type { Attempt } from './attempt.ts'
import { pathWithin, requestBase } from './base.ts'
import { leaveNotice } from './flash.ts'

/** Shows a page of the console, once more when a form on it was refused. */
export type Page = (context: Context<AppEnv>, attempt?: Attempt) => Response | Promise<Response>

/** What a form is for: it changes something and says where to go on, and what has come of it. */
export type Action = (request: {
  context: Context<AppEnv>
  environment: Environment
  form: Submission
  /** A part of the path. */
  param: (name: string) => string
}) => Outcome | Promise<Outcome>

type Outcome = { to: string; notice?: string }

/** Serves a form. Refused, it is shown again on its page with the reason and what was entered. */
export function serveAction(
  app: Hono<AppEnv>,
  path: string,
  { page, run }: { page: Page; run: Action },
): void {
  app.post(`/${path}`, async (context) => {
    const form = readSubmission(await context.req.parseBody({ all: true }))
    try {
      const { environment } = context.var
      const param = (name: string) => context.req.param(name) ?? ''
      const { to, notice } = await run({ context, environment, form, param })
      if (notice !== undefined) leaveNotice(context, notice)
      const base = requestBase(context)
      return context.redirect(to === '' ? base : `${base}/${to}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const attempt = { form: pathWithin(context), problem: error.message, entered: form.entered }
      return page(context, attempt)
    }
  })
}
