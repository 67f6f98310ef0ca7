import type { Context, Hono } from 'hono'
import { noteFailure, noteSuccess } from '../authentication/noteAttempt.ts'
import { providerName } from '../authentication/providerNames.ts'
import { findProvider } from '../authentication/settings.ts'
import type { Assertion } from '../authentication/singleSignOn.ts'
import {
  findSocialUser,
  type SocialAccount,
  socialConnection,
  socialTokens,
} from '../authentication/socialSignIn.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { AppEnv } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'
import { renderPage } from '../ui/document.tsx'
import { Card } from './card.tsx'
import { destinationOf } from './destination.ts'
import { finishSso } from './finishSso.ts'
import { requireFlow, signInto } from './flow.ts'
import { formText, isEmail } from './form.ts'
import { PageError } from './pageError.ts'
import { proceed } from './proceed.ts'
import { ProviderForm } from './providerForm.tsx'
import { refuse } from './refuse.ts'
import { visitorOf } from './visitor.ts'

/** The consent page of a social provider: it vouches for any account that one names. */
export function serveSocialProvider(app: Hono<AppEnv>): void {
  app.get('/authkit/provider/:provider', (context) => {
    const flow = requireFlow(context)
    return show(context, { flow, provider: requireProvider(context) })
  })

  app.post('/authkit/provider/:provider', async (context) => {
    const { environment } = context.var
    const flow = requireFlow(context)
    const provider = requireProvider(context)
    const form = await context.req.parseBody()
    const action = formText(form, 'action')
    const account = accountIn(form)
    const attempted = { type: 'oauth', visitor: visitorOf(context) } as const
    if (action === 'cancel' || action === 'fail') {
      const { error: code, error_description: message } = failures[action]
      const email = account.email || null
      noteFailure(environment, { ...attempted, user: undefined, email, error: { code, message } })
      return refuse(context, flow, failures[action])
    }
    if (!isEmail(account.email)) {
      return show(context, { flow, provider, account, problem: 'Enter an email address.' })
    }
    if (flow.request.target.type === 'sso') {
      return finishSso(context, flow, {
        connection: socialConnection(environment, provider),
        assertion: assertionOf(account),
        oauthTokens: tokensOf(context, flow, provider),
      })
    }
    const invitationId = flow.request.invitation_id
    const user = findSocialUser(environment, { provider, account, invitationId })
    if (user === 'sign-up-not-allowed') {
      return show(context, { flow, provider, account, problem: 'This address has no account.' })
    }
    noteSuccess(environment, { ...attempted, user })
    const signedIn = signInto(context, flow, {
      user_id: user.id,
      method: provider,
      email: account.email,
    })
    const oauth_tokens = tokensOf(context, flow, provider)
    return proceed(context, environment.store.flows.update(signedIn.id, { oauth_tokens }))
  })
}

const failures = {
  cancel: { error: 'access_denied', error_description: 'The user refused consent.' },
  fail: { error: 'oauth_failed', error_description: 'The provider answered with an error.' },
} as const

function requireProvider(context: Context<AppEnv>): string {
  const provider = context.req.param('provider') ?? ''
  if (findProvider(context.var.environment, provider)) return provider
  throw new PageError(400, {
    title: `${providerName(provider)} is not switched on`,
    text: 'Add it to authentication.providers in the seed, or sign in another way.',
  })
}

const tokensOf = (context: Context<AppEnv>, flow: FlowRecord, provider: string) =>
  socialTokens(context.var.environment, { provider, scopes: flow.request.provider_scopes })

const assertionOf = ({ email, first_name, last_name }: SocialAccount): Assertion => ({
  idp_id: email.toLowerCase(),
  email,
  first_name,
  last_name,
  groups: [],
  custom_attributes: {},
})

function accountIn(form: Record<string, unknown>): SocialAccount {
  return {
    email: formText(form, 'email').trim(),
    first_name: formText(form, 'first_name').trim() || null,
    last_name: formText(form, 'last_name').trim() || null,
    email_verified: formText(form, 'email_verified') === 'yes',
  }
}

function show(
  context: Context<AppEnv>,
  page: { flow: FlowRecord; provider: string; account?: SocialAccount; problem?: string },
) {
  const { environment } = context.var
  const { flow, provider, problem } = page
  const { domain_hint, login_hint } = flow.request
  const email = flow.email ?? login_hint ?? (domain_hint === null ? '' : `@${domain_hint}`)
  const user = findUserByEmail(environment, email)
  const account = page.account ?? {
    email,
    first_name: user?.first_name ?? null,
    last_name: user?.last_name ?? null,
    email_verified: true,
  }
  const name = providerName(provider)
  const destination = destinationOf(environment, flow)
  return renderPage(context, {
    kind: 'hosted',
    title: `${name} sign-in`,
    status: problem === undefined ? 200 : 422,
    body: (
      <Card
        tile={name}
        title={`Sign in with ${name}`}
        subtitle={
          <>
            <span class="strong">{destination.name ?? destination.host}</span> asks for your name
            and email address.
          </>
        }
      >
        <ProviderForm
          person={account}
          problem={problem}
          submit="Allow"
          fail={`Let ${name} fail instead`}
        >
          <label class="check">
            <input
              type="checkbox"
              name="email_verified"
              value="yes"
              checked={account.email_verified}
            />
            {name} has verified this address
          </label>
        </ProviderForm>
      </Card>
    ),
  })
}
