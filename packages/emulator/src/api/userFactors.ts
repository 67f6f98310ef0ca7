import { userFactors } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { authenticatorFor, challengeFactor, enrollFactor } from '../authentication/factor.ts'
import { isTotpSecret, newTotpSecret } from '../authentication/totp.ts'
import type { AppEnv } from '../environment.ts'
import { paginate } from '../store/paginate.ts'
import { invalidParametersError } from './apiError.ts'
import { presentChallenge, presentEnrolledFactor, presentFactor } from './presentFactor.ts'
import { serve } from './serve.ts'
import { requireUser } from './users.ts'

/** Second factors of users: list them, and enrol an authenticator with its first challenge. */
export function serveUserFactors(app: Hono<AppEnv>): void {
  serve(app, userFactors.list, ({ environment, params, query }) => {
    const user = requireUser(environment, params.user_id)
    const found = environment.store.factors.filter(({ user_id }) => user_id === user.id)
    const page = paginate(found, query)
    return { ...page, data: page.data.map(presentFactor) }
  })

  serve(app, userFactors.enroll, async ({ environment, params, body }) => {
    const user = requireUser(environment, params.user_id)
    const secret = body.totp_secret ?? newTotpSecret()
    if (!isTotpSecret(secret)) {
      throw invalidParametersError([
        { field: 'totp_secret', message: 'totp_secret must be base 32' },
      ])
    }
    const usual = authenticatorFor(environment, user, secret)
    const factor = enrollFactor(environment, {
      userId: user.id,
      factor: {
        type: 'totp',
        secret,
        issuer: body.totp_issuer ?? usual.issuer,
        account: body.totp_user ?? usual.account,
      },
      verified: false,
    })
    return {
      authentication_factor: await presentEnrolledFactor(factor),
      authentication_challenge: presentChallenge(challengeFactor(environment, factor)),
    }
  })
}
