import { type RedirectUriWire, redirectUris } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { redirectProblem } from '../authentication/redirects.ts'
import { recordedNow } from '../clock.ts'
import type { AppEnv } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { RedirectRecord } from '../store/records.ts'
import { ApiError } from './apiError.ts'
import { listPage } from './listPage.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Redirect URIs of the environment: list, add and delete. */
export function serveRedirectUris(app: Hono<AppEnv>): void {
  serve(app, redirectUris.list, ({ environment, query }) =>
    listPage(environment.store.redirectUris.all(), query, presentRedirectUri),
  )

  serve(app, redirectUris.create, ({ environment, body }) => {
    const { store, clock } = environment
    const problem = redirectProblem(body.uri)
    if (problem) throw new ApiError(422, { message: `The redirect URI is not valid: ${problem}.` })
    if (store.redirectUris.find(({ uri }) => uri === body.uri)) {
      throw new ApiError(400, { message: `The redirect URI '${body.uri}' is registered already.` })
    }
    return presentRedirectUri(
      store.redirectUris.insert({
        id: newId('redirectUri', clock.now()),
        uri: body.uri,
        default: false,
        ...recordedNow(clock),
      }),
    )
  })

  serve(app, redirectUris.delete, ({ environment, params }) => {
    const { store } = environment
    const redirect = requireRecord(store.redirectUris, { kind: 'Redirect URI', id: params.id })
    if (redirect.default) {
      throw new ApiError(409, { message: 'The default redirect URI cannot be deleted.' })
    }
    store.redirectUris.delete(redirect.id)
  })
}

const presentRedirectUri = (redirect: RedirectRecord): RedirectUriWire => ({
  object: 'redirect_uri',
  ...redirect,
})
