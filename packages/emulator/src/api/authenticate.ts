import { authentication } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { oauthError } from './apiError.ts'
import { bearerSecret, checkClient } from './checkClient.ts'
import type { Grant, GrantType } from './grants/grant.ts'
import { grants } from './grants/grants.ts'
import { readBody } from './readBody.ts'
import { answer } from './serve.ts'

/** The token endpoint. It checks the client, and leaves the rest to the grant. */
export function serveAuthenticate(app: Hono<AppEnv>): void {
  const endpoint = authentication.authenticate
  app.post(endpoint.path, async (context) => {
    const { environment } = context.var
    const body = await readBody(context)
    const grant = chooseGrant(body)
    context.set('grantType', String(body.grant_type))
    const parsed = grant.schema.safeParse({ ...bearerSecret(context), ...body })
    if (!parsed.success) throw missingParameter(parsed.error.issues[0]?.path.join('.') ?? 'body')
    checkClient(environment, parsed.data)
    return answer(context, endpoint, await grant.run(environment, parsed.data))
  })
}

function chooseGrant(body: Record<string, unknown>): Grant<GrantType> {
  if (body.grant_type === undefined) throw missingParameter('grant_type')
  const type = String(body.grant_type)
  if (!Object.hasOwn(grants, type)) {
    throw oauthError('invalid_request', `The grant_type '${type}' is not supported.`)
  }
  // The table pairs each grant with its own type of body; the key was just looked up in it.
  return grants[type as GrantType] as unknown as Grant<GrantType>
}

const missingParameter = (name: string) => oauthError('invalid_request', `${name} is required.`)
