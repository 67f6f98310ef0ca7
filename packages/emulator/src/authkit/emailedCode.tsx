import { CodeForm } from './codeForm.tsx'
import { MailNotice } from './fields.tsx'

/** What a page that asks for an emailed code has to say about the last thing done on it. */
export type CodeNews = { type: 'none' } | { type: 'resent' } | { type: 'problem'; text: string }

/** The code from the email, and a new one for those whom none has reached. */
export const EmailedCode = (props: { label: string; submit: string; news: CodeNews }) => (
  <>
    <CodeForm
      label={props.label}
      submit={props.submit}
      problem={props.news.type === 'problem' ? props.news.text : undefined}
    >
      {props.news.type === 'resent' && (
        <MailNotice>A new code is on its way. The earlier one no longer works.</MailNotice>
      )}
    </CodeForm>
    <form method="post" class="aside">
      <span>
        Nothing there?{' '}
        <button class="link-button" type="submit" name="action" value="resend">
          Send a new code
        </button>
      </span>
    </form>
  </>
)
