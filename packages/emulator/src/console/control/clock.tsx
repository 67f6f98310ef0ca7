import type { Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import { absolute, duration } from '../../ui/ago.tsx'
import { Badge, Live, Section } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act, Form } from '../frame/form.tsx'
import { Input, Select, Send } from '../frame/inputs.tsx'
import { showPage } from '../frame/page.tsx'

const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

/** Leaps that bring something about. */
const leaps = [
  { seconds: 60, name: '1 min' },
  { seconds: 301, name: '5 min', note: 'access tokens are over' },
  { seconds: 600, name: '10 min', note: 'emailed codes are over' },
  { seconds: 3600, name: '1 h', note: 'impersonation is over' },
  { seconds: 86_400, name: '1 day' },
  { seconds: 604_800, name: '7 days', note: 'invitations are over' },
  { seconds: 2_592_000, name: '30 days', note: 'sessions are over' },
]

/** The emulator's time. */
export function serveClockPage(app: Hono<AppEnv>): void {
  app.get('/clock', (context) => showClock(context))
  const page = showClock

  serveAction(app, 'clock/advance', {
    page,
    run: ({ environment, form }) => {
      const amount = Number(form.required('amount', 'An amount'))
      const unit = units[form.text('unit') as keyof typeof units] ?? 1
      if (!Number.isFinite(amount) || Math.abs(amount * unit) > 3.2e9) {
        throw new Refusal('Advance the clock by a number, at most a hundred years.')
      }
      environment.clock.advance({ seconds: amount * unit })
      return { to: 'clock', notice: `It is ${absolute(new Date(environment.clock.now()))}.` }
    },
  })
  serveAction(app, 'clock/set', {
    page,
    run: ({ environment, form }) => {
      const time = Date.parse(`${form.required('time', 'A time')}Z`)
      if (Number.isNaN(time)) throw new Refusal('Enter a date and a time.')
      if (form.checked('frozen')) environment.clock.freeze(time)
      else environment.clock.set(time)
      return { to: 'clock', notice: 'The clock is set.' }
    },
  })
  serveAction(app, 'clock/turn', {
    page,
    run: ({ environment: { clock }, form }) => {
      const deeds = { freeze: () => clock.freeze(), resume: clock.resume, reset: clock.reset }
      const deed = form.text('do')
      if (!Object.hasOwn(deeds, deed)) throw new Refusal('Freeze, resume or reset the clock.')
      deeds[deed as keyof typeof deeds]()
      return { to: 'clock' }
    },
  })
}

const showClock: Page = (context, attempt) => {
  const { clock } = context.var.environment
  return showPage(context, {
    room: 'Clock',
    summary: 'Everything that lives for a while in the emulator goes by this clock.',
    attempt,
    body: (
      <>
        <Live id="clock">
          <Face clock={clock} />
        </Live>
        <div class="split even">
          <Section title="Advance">
            <Form to="clock/advance" class="leaps" label="Leaps">
              <input type="hidden" name="unit" value="seconds" />
              {leaps.map(({ seconds, name, note }) => (
                <button type="submit" name="amount" value={String(seconds)} class="leap" key={name}>
                  <b>+{name}</b>
                  {note !== undefined && <span class="muted">{note}</span>}
                </button>
              ))}
            </Form>
          </Section>
          <div>
            <Section title="By an amount">
              <Form to="clock/advance" label="By an amount">
                <div class="pair">
                  <Input
                    name="amount"
                    label="Amount"
                    type="number"
                    value={15}
                    step="any"
                    hint="Below 0 goes back."
                    required
                  />
                  <Select
                    name="unit"
                    label="Unit"
                    value="minutes"
                    options={Object.keys(units).map((value) => ({ value, label: value }))}
                  />
                </div>
                <Send>Advance</Send>
              </Form>
            </Section>
            <Section title="To a time">
              <Form to="clock/set" label="To a time">
                <Input
                  name="time"
                  label="Time, UTC"
                  type="datetime-local"
                  value={new Date(clock.now()).toISOString().slice(0, 16)}
                  required
                />
                <label class="check">
                  <input type="checkbox" name="frozen" value="yes" checked={clock.frozen} />
                  <span>Stand still there</span>
                </label>
                <Send>Set the clock</Send>
              </Form>
            </Section>
          </div>
        </div>
      </>
    ),
  })
}

function Face({ clock }: { clock: Environment['clock'] }) {
  const now = clock.now()
  const offset = now - Date.now()
  const [date = '', time = ''] = new Date(now).toISOString().slice(0, 19).split('T')
  return (
    <div class="face">
      <p>
        <time datetime={new Date(now).toISOString()}>
          <b>{time}</b> <span>{date} UTC</span>
        </time>{' '}
        {clock.frozen ? (
          <Badge tone="warn">frozen</Badge>
        ) : Math.abs(offset) < 1000 ? (
          <Badge tone="good">the machine’s time</Badge>
        ) : (
          <Badge tone="warn">
            {duration(Math.abs(offset) + 500)} {offset > 0 ? 'ahead' : 'behind'}
          </Badge>
        )}
      </p>
      <div class="acts">
        <Act to="clock/turn" values={{ do: clock.frozen ? 'resume' : 'freeze' }}>
          {clock.frozen ? 'Resume' : 'Freeze'}
        </Act>
        <Act to="clock/turn" values={{ do: 'reset' }}>
          Machine’s time
        </Act>
      </div>
    </div>
  )
}
