import type { Hono } from 'hono'
import { listEmails } from '../authentication/inbox.ts'
import type { AppEnv } from '../environment.ts'
import type { EmailRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { ConsoleLayout } from './layout.tsx'

/** Every email that the emulator would have sent, newest first. */
export function serveInbox(app: Hono<AppEnv>): void {
  app.get('/_emulator/console/inbox', (context) => {
    const { environment } = context.var
    const emails = listEmails(environment)
    return renderPage(context, {
      kind: 'console',
      title: 'Inbox · Latchkey emulator',
      body: (
        <ConsoleLayout
          room="Inbox"
          summary="Emails to anybody land here; none leaves this machine."
          action={
            <a class="quiet-button" href="/_emulator/console/inbox">
              Refresh
            </a>
          }
        >
          {emails.length === 0 ? (
            <p class="empty">
              <strong>No emails yet</strong>
              Sign up, or ask for a new password, and the email appears here.
            </p>
          ) : (
            <ol class="mails">
              {emails.map((email) => (
                <Mail email={email} now={environment.clock.now()} key={email.id} />
              ))}
            </ol>
          )}
        </ConsoleLayout>
      ),
    })
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
    <li class="mail">
      <div class="mail-head">
        <div>
          <h2>{titles[email.kind]}</h2>
          <p>to {email.to}</p>
        </div>
        <time datetime={email.created_at}>{ago(now - Date.parse(email.created_at))}</time>
      </div>
      <p>{email.text}</p>
      {email.code !== undefined && <span class="mail-code">{email.code}</span>}
      {email.link !== undefined && (
        <a class="quiet-button" href={email.link}>
          {email.kind === 'invitation' ? 'Accept the invitation' : 'Choose a new password'}
        </a>
      )}
    </li>
  )
}

/** How long ago, in words; the clock may have been moved back since. */
function ago(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`
}
