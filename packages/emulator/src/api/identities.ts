import { users } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** The accounts at social providers that a user signs in with: a bare array. */
export function serveIdentities(app: Hono<AppEnv>): void {
  serve(app, users.listIdentities, ({ environment, params }) => {
    const { id } = requireUser(environment, params.id)
    return environment.store.identities
      .filter(({ user_id }) => user_id === id)
      .map(({ idp_id, provider }) => ({ idp_id, type: 'OAuth', provider: spelled(provider) }))
  })
}

/** Identities spell one provider in another way than the rest of the API. */
const spelled = (provider: string): string =>
  provider === 'GitHubOAuth' ? 'GithubOAuth' : provider
