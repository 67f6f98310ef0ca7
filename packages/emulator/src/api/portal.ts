import { portal } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { randomToken } from '../store/secret.ts'
import { ApiError } from './apiError.ts'
import { requireOrganization } from './organizations.ts'
import { originOf } from './origin.ts'
import { serve } from './serve.ts'

const lifetime = 5 * 60 * 1000

/** Links to the Admin Portal, which live for five minutes. */
export function servePortal(app: Hono<AppEnv>): void {
  serve(app, portal.generateLink, ({ environment, body, context }) => {
    const { store, clock } = environment
    const organization = requireOrganization(environment, body.organization)
    for (const url of [body.return_url, body.success_url]) {
      if (url !== undefined && !URL.canParse(url)) {
        throw new ApiError(400, { message: `'${url}' is not a URL.` })
      }
    }
    const link = store.portalLinks.insert({
      id: randomToken(),
      organization_id: organization.id,
      intent: body.intent ?? null,
      return_url: body.return_url ?? null,
      success_url: body.success_url ?? null,
      expires_at: clock.now() + lifetime,
      browser_id: null,
      visit_ends_at: 0,
    })
    return { link: `${originOf(context)}/portal?token=${link.id}` }
  })
}
