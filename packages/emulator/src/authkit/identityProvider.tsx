import type { Context, Hono } from 'hono'
import { noteFailure, noteSuccess } from '../authentication/noteAttempt.ts'
import { type Assertion, provisionUser } from '../authentication/singleSignOn.ts'
import { beginSsoSession, endSsoSession } from '../authentication/ssoSession.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { ConnectionRecord } from '../store/authenticationRecords.ts'
import type { FlowRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { assertionIn, attributeLines } from './assertion.ts'
import { Card } from './card.tsx'
import { Field, TextArea } from './fields.tsx'
import { finishSso } from './finishSso.ts'
import { flowPath, requireFlow, signInto } from './flow.ts'
import { formText, isEmail } from './form.ts'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { ProviderForm } from './providerForm.tsx'
import { refuse } from './refuse.ts'
import { visitorOf } from './visitor.ts'

/** The identity provider of an SSO connection: it says whatever is put in its mouth. */
export function serveIdentityProvider(app: Hono<AppEnv>): void {
  app.get('/authkit/sso/:connection', (context) => {
    const flow = requireFlow(context)
    const connection = requireConnection(context)
    const { environment } = context.var
    beginSsoSession(environment, { flow, connection, visitor: visitorOf(context) })
    const wanted = context.req.query('as') ?? flow.email ?? flow.request.login_hint
    return show(context, {
      flow,
      connection,
      assertion: assertionFor(environment, { connection, email: wanted, flow }),
    })
  })

  app.post('/authkit/sso/:connection', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const connection = requireConnection(context)
    const form = await context.req.parseBody()
    if (!environment.store.ssoSessions.get(flow.id)) {
      return refuse(context, flow, {
        error: 'server_error',
        error_description: `The sign-in at ${connection.name} timed out.`,
      })
    }
    const attempted = { type: 'sso', visitor: visitorOf(context), connection } as const
    const action = formText(form, 'action')
    if (action === 'cancel' || action === 'fail') {
      endSsoSession(environment, flow)
      const { error, problem } = failures[action]
      const error_description = `The sign-in at ${connection.name} ${problem}.`
      noteFailure(environment, {
        ...attempted,
        user: undefined,
        email: flow.email,
        error: { code: error, message: error_description },
      })
      return refuse(context, flow, { error, error_description })
    }
    const assertion = assertionIn(form)
    if (!isEmail(assertion.email)) {
      return show(context, { flow, connection, assertion, problem: 'Enter an email address.' })
    }
    endSsoSession(environment, flow)
    if (flow.request.target.type === 'sso') {
      return finishSso(context, flow, { connection, assertion, oauthTokens: null })
    }
    const user = provisionUser(environment, { connection, assertion })
    noteSuccess(environment, { ...attempted, user })
    const signedIn = signInto(context, flow, {
      user_id: user.id,
      method: 'SSO',
      connection_id: connection.id,
      email: assertion.email,
    })
    // Without a wish of the application's, SSO leads into the organization whose connection it is.
    const organization_id = flow.request.organization_id ?? connection.organization_id
    return proceed(context, environment.store.flows.update(signedIn.id, { organization_id }))
  })
}

const failures = {
  cancel: { error: 'access_denied', problem: 'was cancelled' },
  fail: { error: 'server_error', problem: 'failed: its answer could not be read' },
} as const

function requireConnection(context: Context<AppEnv>): ConnectionRecord {
  const connection = context.var.environment.store.connections.get(
    context.req.param('connection') ?? '',
  )
  if (connection?.state === 'active') return connection
  throw new PageError(400, {
    title: 'This connection does not work',
    text: 'It was deleted or switched off. Go back to the application and sign in again.',
  })
}

/** What is known about somebody: what the provider said before, else what their account says. */
function assertionFor(
  environment: Environment,
  about: { connection: ConnectionRecord; email: string | null; flow: FlowRecord },
): Assertion {
  const { connection, flow } = about
  const email = about.email ?? (flow.request.domain_hint ? `@${flow.request.domain_hint}` : '')
  const profile = profilesOf(environment, connection).find(
    (each) => each.email.toLowerCase() === email.toLowerCase(),
  )
  if (profile) return profile
  const user = findUserByEmail(environment, email)
  return {
    email,
    idp_id: '',
    first_name: user?.first_name ?? null,
    last_name: user?.last_name ?? null,
    groups: [],
    custom_attributes: {},
  }
}

const profilesOf = ({ store }: Environment, connection: ConnectionRecord) =>
  store.profiles.filter(({ connection_id }) => connection_id === connection.id)

function show(
  context: Context<AppEnv>,
  page: {
    flow: FlowRecord
    connection: ConnectionRecord
    assertion: Assertion
    problem?: string
  },
) {
  const { environment } = context.var
  const { flow, connection, assertion, problem } = page
  const organization = environment.store.organizations.get(connection.organization_id ?? '')
  const others = profilesOf(environment, connection).filter(
    ({ email }) => email !== assertion.email,
  )
  return renderPage(context, {
    kind: 'hosted',
    title: `${connection.name} sign-in`,
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        tile={connection.name}
        title={connection.name}
        subtitle={
          <>
            The identity provider of{' '}
            <span class="strong">{organization?.name ?? 'an organization'}</span>. It vouches for
            whomever you name.
          </>
        }
      >
        <ProviderForm
          person={assertion}
          problem={problem}
          submit="Sign in"
          fail="Let it fail instead"
        >
          <details class="manual">
            <summary>Groups and attributes</summary>
            <div class="stack">
              <Field
                name="groups"
                label="Groups"
                autocomplete="off"
                hint="Separated by commas."
                value={assertion.groups.join(', ')}
                required={false}
              />
              <TextArea
                name="custom_attributes"
                label="Attributes"
                hint="One per line: name=value."
                value={attributeLines(assertion.custom_attributes)}
              />
              <Field
                name="idp_id"
                label="Provider’s id"
                autocomplete="off"
                hint="The address unless given."
                value={assertion.idp_id}
                required={false}
              />
            </div>
          </details>
        </ProviderForm>
        {others.length > 0 && (
          <nav class="aside" aria-label="Others that it knows">
            Or as{' '}
            {others.map(({ id, email, first_name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a
                  href={`${flowPath(flow, `sso/${connection.id}`)}&as=${encodeURIComponent(email)}`}
                >
                  {first_name ?? email}
                </a>
              </span>
            ))}
          </nav>
        )}
      </Card>
    ),
  })
}
