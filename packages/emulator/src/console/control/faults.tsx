import type { Context, Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import type { Submission } from '../../administration/submission.ts'
import { type FaultWish, faultSchema } from '../../control/faults.ts'
import type { AppEnv } from '../../environment.ts'
import { Live } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act } from '../frame/form.tsx'
import { Link } from '../frame/link.tsx'
import { showPage } from '../frame/page.tsx'
import { FaultForm, presets } from './faultForm.tsx'
import { FaultList } from './faultList.tsx'

/** What goes wrong on purpose. */
export function serveFaultsPage(app: Hono<AppEnv>): void {
  app.get('/faults', (context) => showFaults(context))
  serveAction(app, 'faults', {
    page: showFaults,
    run: ({ environment, form }) => {
      const wish = faultSchema.safeParse(wishIn(form))
      if (!wish.success) {
        const problems = wish.error.issues.map(({ path, message }) =>
          [path.join('.'), message].filter(Boolean).join(': '),
        )
        throw new Refusal(problems.join(' '))
      }
      environment.faults.add(wish.data as FaultWish)
      return { to: 'faults', notice: 'It goes wrong from now on.' }
    },
  })
  serveAction(app, 'faults/clear', {
    page: showFaults,
    run: ({ environment }) => {
      environment.faults.clear()
      return { to: 'faults', notice: 'Everything works again.' }
    },
  })
  serveAction(app, 'faults/:fault/remove', {
    page: showFaults,
    run: ({ environment, param }) => {
      environment.faults.remove(param('fault'))
      return { to: 'faults', notice: 'The fault is removed.' }
    },
  })
}

/** The fault that a form describes; what is left empty is left out. */
function wishIn(form: Submission): Record<string, unknown> {
  const number = (name: string) => (form.text(name) === '' ? undefined : Number(form.text(name)))
  const outcome = form.text('outcome')
  const wish = {
    method: form.text('method') || undefined,
    path: form.text('path') || undefined,
    status: outcome === 'answer' ? number('status') : undefined,
    body: outcome === 'answer' ? bodyIn(form.text('body')) : undefined,
    headers: outcome === 'answer' ? headersIn(form) : undefined,
    reset: outcome === 'reset' ? true : undefined,
    latency: number('latency'),
    count: number('count'),
    probability: number('probability'),
  }
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}

function bodyIn(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function headersIn(form: Submission): Record<string, string> | undefined {
  const seconds = form.text('retry_after')
  return seconds === '' ? undefined : { 'Retry-After': seconds }
}

const showFaults: Page = (context, attempt) => {
  const { faults } = context.var.environment
  const inForce = faults.list()
  return showPage(context, {
    room: 'Faults',
    summary: 'What goes wrong on purpose, so that your product can be seen to cope.',
    attempt,
    action: inForce.length > 0 && <Act to="faults/clear">Remove all</Act>,
    body: (
      <div class="split">
        <Live id="faults">
          <FaultList faults={inForce} />
        </Live>
        <aside aria-label="New fault">
          <h2 class="aside-title">New fault</h2>
          <p class="presets">
            {Object.entries(presets).map(([key, { name }]) => (
              <Link to={`faults?preset=${key}`} class="small" key={key}>
                {name}
              </Link>
            ))}
          </p>
          <FaultForm begin={presetOf(context)} />
        </aside>
      </div>
    ),
  })
}

const presetOf = (context: Context<AppEnv>) => {
  const key = context.req.query('preset') ?? ''
  return Object.hasOwn(presets, key) ? presets[key as keyof typeof presets].values : {}
}
