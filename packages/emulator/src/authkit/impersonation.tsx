import type { Context, Hono } from 'hono'
import { proofIn, proveNow } from '../authentication/proof.ts'
import { isRegistered } from '../authentication/redirects.ts'
import { activeOrganizations } from '../authentication/requirement.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { BrowserSessionRecord, UserRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { startBrowserSession } from './browserSession.ts'
import { Card } from './card.tsx'
import { Field, Submit } from './fields.tsx'
import { formText, isEmail } from './form.ts'
import { issueCode } from './issueCode.ts'
import { showMessage } from './message.tsx'
import { PageError } from './pageError.ts'
import { returnCode } from './returnToApplication.ts'

type Entered = {
  impersonator: string
  reason: string
  organizationId: string
  redirectUri: string
}
type Problems = { impersonator?: string; redirectUri?: string }

/** Acting as somebody else, for an hour: what the WorkOS dashboard does, reached from the console. */
export function serveImpersonation(app: Hono<AppEnv>): void {
  app.get('/authkit/impersonate', (context) => {
    const user = requireUser(context)
    const uri = context.var.environment.store.redirectUris.find((each) => each.default)?.uri ?? ''
    return show(context, user, {
      entered: {
        impersonator: '',
        reason: '',
        organizationId: '',
        redirectUri: uri.includes('*') ? '' : uri,
      },
      problems: {},
    })
  })

  app.post('/authkit/impersonate', async (context) => {
    // A page on another site must not be able to make somebody else of whoever opens it.
    if (context.req.header('sec-fetch-site') === 'cross-site') {
      throw new PageError(400, {
        title: 'Begin in the console',
        text: 'Acting as somebody else can only be begun on the emulator’s own pages.',
      })
    }
    const { environment } = context.var
    const user = requireUser(context)
    const entered = enteredIn(await context.req.parseBody())
    const problems = problemsWith(environment, entered)
    if (Object.keys(problems).length > 0) return show(context, user, { entered, problems })

    const { impersonator, reason, redirectUri } = entered
    const session = startBrowserSession(
      context,
      proveNow(environment, {
        user_id: user.id,
        method: 'Impersonation',
        impersonator: { email: impersonator, reason: reason || null },
      }),
    )
    if (redirectUri === '') {
      return showMessage(context, {
        title: `You act as ${user.name ?? user.email}`,
        text: 'Open the application and sign in: nothing is asked, and it ends after an hour.',
      })
    }
    const code = codeFor(context, { session, user, organizationId: entered.organizationId })
    return returnCode(context, { redirect_uri: redirectUri, state: null }, code)
  })
}

function requireUser(context: Context<AppEnv>): UserRecord {
  const user = context.var.environment.store.users.get(context.req.query('user_id') ?? '')
  if (user) return user
  throw new PageError(404, {
    title: 'There is nobody to act as',
    text: 'Choose somebody in the console.',
  })
}

function enteredIn(form: Record<string, unknown>): Entered {
  return {
    impersonator: formText(form, 'impersonator').trim(),
    reason: formText(form, 'reason').trim(),
    organizationId: formText(form, 'organization_id'),
    redirectUri: formText(form, 'redirect_uri').trim(),
  }
}

function problemsWith({ store }: Environment, { impersonator, redirectUri }: Entered): Problems {
  return {
    ...(!isEmail(impersonator) && { impersonator: 'Enter your own email address.' }),
    ...(redirectUri !== '' &&
      !isRegistered(store.redirectUris.all(), redirectUri) && {
        redirectUri: 'This address is not registered as a redirect URI.',
      }),
  }
}

/** A code that the application redeems with its secret: nobody began with a PKCE challenge. */
function codeFor(
  context: Context<AppEnv>,
  about: { session: BrowserSessionRecord; user: UserRecord; organizationId: string },
): string {
  const { environment } = context.var
  const organizations = activeOrganizations(environment, about.user.id)
  const chosen = organizations.find(({ id }) => id === about.organizationId) ?? organizations[0]
  return issueCode(context, {
    proof: proofIn(about.session),
    browserSessionId: about.session.id,
    clientId: environment.clientId,
    organizationId: chosen?.id ?? null,
    codeChallenge: null,
    oauthTokens: null,
  })
}

function show(
  context: Context<AppEnv>,
  user: UserRecord,
  { entered, problems }: { entered: Entered; problems: Problems },
) {
  const organizations = activeOrganizations(context.var.environment, user.id)
  const name = user.name ?? user.email
  return renderPage(context, {
    kind: 'hosted',
    title: `Act as ${name}`,
    status: Object.keys(problems).length > 0 ? 422 : 200,
    body: (
      <Card
        tile={name}
        title={`Act as ${name}`}
        subtitle={
          <>
            The application will take you for <span class="strong">{user.email}</span> for an hour,
            and will know that it is you.
          </>
        }
      >
        <form method="post" novalidate>
          <Field
            name="impersonator"
            label="Your email"
            type="email"
            autocomplete="email"
            value={entered.impersonator}
            problem={problems.impersonator}
            autofocus
          />
          <Field
            name="reason"
            label="Reason"
            autocomplete="off"
            value={entered.reason}
            required={false}
          />
          {organizations.length > 1 && (
            <div class="field">
              <label for="organization_id">Organization</label>
              <select id="organization_id" name="organization_id">
                {organizations.map(({ id, name: its }) => (
                  <option value={id} selected={id === entered.organizationId} key={id}>
                    {its}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Field
            name="redirect_uri"
            label="Application’s redirect URI"
            autocomplete="off"
            hint="Empty to go there yourself."
            value={entered.redirectUri}
            problem={problems.redirectUri}
            required={false}
          />
          <Submit>Act as {name}</Submit>
        </form>
      </Card>
    ),
  })
}
