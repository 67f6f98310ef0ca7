import type { Hono } from 'hono'
import { listEmails } from '../../authentication/inbox.ts'
import type { AppEnv } from '../../environment.ts'
import type { EmailRecord } from '../../store/records.ts'
import { Ago } from '../../ui/ago.tsx'
import { Empty, Live } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act } from '../frame/form.tsx'
import { showPage } from '../frame/page.tsx'
import { Search } from '../frame/search.tsx'

const shown = 100

/** Every email that the emulator would have sent, newest first. */
export function serveInbox(app: Hono<AppEnv>): void {
  app.get('/inbox', (context) => showInbox(context))
  serveAction(app, 'inbox/empty', {
    page: showInbox,
    run: ({ environment: { store } }) => {
      for (const { id } of store.emails.all()) store.emails.delete(id)
      return { to: 'inbox', notice: 'The inbox is empty.' }
    },
  })
}

const showInbox: Page = (context, attempt) => {
  const { environment } = context.var
  const sought = context.req.query('q')?.trim() ?? ''
  const emails = listEmails(environment).filter(({ to, subject }) =>
    `${to} ${subject}`.toLowerCase().includes(sought.toLowerCase()),
  )
  return showPage(context, {
    room: 'Inbox',
    summary: 'Emails to anybody land here; none leaves this machine.',
    attempt,
    action: environment.store.emails.all().length > 0 && <Act to="inbox/empty">Empty it</Act>,
    body: (
      <>
        <div class="tools">
          <Search to="inbox" value={sought} label="Find emails" placeholder="Address or subject" />
        </div>
        <Live id="emails">
          {emails.length === 0 ? (
            <Empty title={sought === '' ? 'No emails yet' : `No email matches “${sought}”`}>
              Sign up, or ask for a new password, and the email appears here.
            </Empty>
          ) : (
            <ol class="mails">
              {emails.slice(0, shown).map((email) => (
                <Mail email={email} now={environment.clock.now()} key={email.id} />
              ))}
            </ol>
          )}
        </Live>
      </>
    ),
  })
}

/** What an email is about; its subject may carry the code, which is shown below. */
const titles: Record<EmailRecord['kind'], string> = {
  radar_challenge: 'Is it you?',
  sms: 'SMS',
  email_verification: 'Verify your email address',
  magic_auth: 'Sign in with a code',
  password_reset: 'Reset your password',
  invitation: 'You are invited',
  email_change: 'Confirm your new email address',
}

function Mail({ email, now }: { email: EmailRecord; now: number }) {
  return (
    <li class="mail" data-key={email.id}>
      <div class="mail-head">
        <div>
          <h2>{titles[email.kind]}</h2>
          <p>to {email.to}</p>
        </div>
        <Ago time={email.created_at} now={now} />
      </div>
      <p>{email.text}</p>
      {email.code !== undefined && <span class="mail-code">{email.code}</span>}
      {email.link !== undefined && (
        <a class="small" href={email.link}>
          {email.kind === 'invitation' ? 'Accept the invitation' : 'Choose a new password'}
        </a>
      )}
    </li>
  )
}
