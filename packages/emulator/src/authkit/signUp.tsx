import type { Context, Hono } from 'hono'
import { hashPassword, minimumPasswordLength } from '../authentication/password.ts'
import { maySignUp } from '../authentication/requestMagicAuth.ts'
import { settingsOf } from '../authentication/settings.ts'
import { createUser, findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { Field, Submit } from './fields.tsx'
import { flowPath, requireFlow, signInto } from './flow.ts'
import { formText, isEmail } from './form.ts'
import { showMessage } from './message.tsx'
import { EmailField, NameFields } from './personFields.tsx'
import { proceed } from './proceed.ts'

type Entered = { firstName: string; lastName: string; email: string; password: string }
type Problems = { email?: string; password?: string }

/** The page for people who have no account yet. */
export function serveSignUp(app: Hono<AppEnv>): void {
  app.get('/authkit/sign-up', (context) => show(context))

  app.post('/authkit/sign-up', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const form = await context.req.parseBody()
    const entered: Entered = {
      firstName: formText(form, 'first_name').trim(),
      lastName: formText(form, 'last_name').trim(),
      email: formText(form, 'email').trim(),
      password: formText(form, 'password'),
    }
    const problems = problemsWith(entered)
    if (Object.keys(problems).length > 0) return show(context, { entered, problems })

    const password = await hashPassword(entered.password)
    const wish = { email: entered.email, invitationId: flow.request.invitation_id }
    if (!maySignUp(environment, wish)) {
      return show(context, { entered, problems: { email: 'This address is not invited.' } })
    }
    if (findUserByEmail(environment, entered.email)) {
      return show(context, { entered, problems: { email: 'This email is not available.' } })
    }
    const user = createUser(environment, {
      email: entered.email,
      first_name: entered.firstName || null,
      last_name: entered.lastName || null,
      password,
    })
    const person = { user_id: user.id, method: 'Password', email: user.email }
    return proceed(context, signInto(context, flow, person))
  })
}

function problemsWith({ email, password }: Entered): Problems {
  return {
    ...(!isEmail(email) && { email: 'Enter your email address.' }),
    ...(password.length < minimumPasswordLength && {
      password: `Use at least ${minimumPasswordLength} characters.`,
    }),
  }
}

function show(context: Context<AppEnv>, again?: { entered: Entered; problems: Problems }) {
  const flow = requireFlow(context)
  const destination = destinationOf(context.var.environment, flow)
  if (!settingsOf(context.var.environment).sign_up && flow.request.invitation_id === null) {
    return showMessage(context, {
      title: 'Accounts are by invitation',
      text: 'Ask somebody who has one to invite you.',
    })
  }
  const { entered, problems } = again ?? { entered: undefined, problems: {} }
  return renderPage(context, {
    kind: 'hosted',
    title: 'Create your account',
    status: again ? 422 : 200,
    body: (
      <Card
        tile={destination.name}
        title="Create your account"
        subtitle={
          <>
            to continue to <span class="strong">{destination.name ?? destination.host}</span>
          </>
        }
      >
        <form method="post" novalidate>
          <NameFields
            firstName={entered?.firstName}
            lastName={entered?.lastName}
            autofocus={!again}
          />
          <EmailField
            value={entered?.email ?? flow.email ?? flow.request.login_hint}
            problem={problems.email}
            autofocus={problems.email !== undefined}
          />
          <Field
            name="password"
            label="Password"
            type="password"
            autocomplete="new-password"
            hint={`At least ${minimumPasswordLength} characters.`}
            problem={problems.password}
            autofocus={problems.email === undefined && problems.password !== undefined}
          />
          <Submit>Create account</Submit>
        </form>
        <p class="aside">
          Already have an account? <a href={flowPath(flow, 'sign-in')}>Sign in</a>
        </p>
      </Card>
    ),
  })
}
