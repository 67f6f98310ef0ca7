import { authorization, ssoAuthorizeQuerySchema } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { readQuery } from '../api/readQuery.ts'
import type { AppEnv } from '../environment.ts'
import { beginFlow, flowPath } from './flow.ts'
import { requireClientAndRedirect } from './redirectCheck.ts'
import { type CallbackError, returnError } from './returnToApplication.ts'
import { selectForSso } from './selector.ts'

/** Where standalone SSO begins: `GET /sso/authorize`. It leads straight to the identity provider. */
export function serveAuthorizeSso(app: Hono<AppEnv>): void {
  app.get(authorization.authorizeSso.path, (context) => {
    const parameters = new URL(context.req.url).searchParams
    const redirect_uri = requireClientAndRedirect(context, parameters)
    const back = { redirect_uri, state: parameters.get('state') }
    const refuse = (error: CallbackError, error_description: string) =>
      returnError(context, back, { error, error_description })

    const parsed = ssoAuthorizeQuerySchema.safeParse(readQuery(ssoAuthorizeQuerySchema, parameters))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return refuse('invalid_request', `${issue?.path.join('.')}: ${issue?.message}`)
    }
    const query = parsed.data
    if (query.code_challenge !== undefined && query.code_challenge_method !== 'S256') {
      return refuse('invalid_request', 'code_challenge_method must be S256.')
    }
    const domain = parameters.get('domain')
    const selection = selectForSso(context.var.environment, { ...query, domain })
    if (selection.type === 'refused') return refuse(selection.error, selection.error_description)

    const flow = beginFlow(context, {
      request: {
        client_id: query.client_id,
        target: { type: 'sso', ...back, code_challenge: query.code_challenge ?? null },
        organization_id:
          selection.type === 'connection' ? selection.connection.organization_id : null,
        invitation_id: null,
        login_hint: query.login_hint ?? null,
        domain_hint: query.domain_hint ?? null,
        provider_scopes: query.provider_scopes ?? [],
      },
      proof: null,
    })
    const page =
      selection.type === 'connection'
        ? (`sso/${selection.connection.id}` as const)
        : (`provider/${selection.provider}` as const)
    return context.redirect(flowPath(flow, page), 302)
  })
}
