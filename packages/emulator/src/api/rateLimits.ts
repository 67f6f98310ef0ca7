import type { Context, Hono } from 'hono'
import type { RateLimit } from '../control/rateLimiter.ts'
import type { AppEnv } from '../environment.ts'
import { ApiError, oauthError, plainError } from './apiError.ts'
import { readBody } from './readBody.ts'

type Rule = RateLimit & {
  methods: readonly string[]
  path: RegExp
  /** What is counted apart, e.g. each address; the environment as a whole without it. */
  about?: (context: Context<AppEnv>) => Promise<string | undefined>
}

const inBody =
  (...names: string[]) =>
  async (context: Context<AppEnv>): Promise<string | undefined> => {
    const body = await readBody(context)
    const value = names.map((name) => body[name]).find((each) => typeof each === 'string')
    return typeof value === 'string' ? value.toLowerCase() : undefined
  }
const thePath = async ({ req }: Context<AppEnv>) => req.path
const writes = ['POST', 'PUT', 'PATCH', 'DELETE']

/** WorkOS's documented limits. @see https://workos.com/docs/reference/rate-limits */
const rules: readonly Rule[] = [
  { name: 'all', methods: ['GET', ...writes], path: /^/, requests: 6000, seconds: 60 },
  { name: 'reads', methods: ['GET'], path: /^\/user_management\//, requests: 1000, seconds: 10 },
  { name: 'writes', methods: writes, path: /^\/user_management\//, requests: 500, seconds: 10 },
  {
    name: 'standalone SSO',
    methods: ['GET'],
    path: /^\/sso\/authorize$/,
    about: async ({ req }) =>
      req.query('connection') ?? req.query('organization') ?? req.query('provider'),
    requests: 1000,
    seconds: 60,
  },
  {
    name: 'deleted organizations',
    methods: ['DELETE'],
    path: /^\/organizations\/[^/]+$/,
    requests: 50,
    seconds: 60,
  },
  {
    name: 'directory users',
    methods: ['GET'],
    path: /^\/directory_users$/,
    about: async ({ req }) => req.query('directory'),
    requests: 4,
    seconds: 1,
  },
  {
    name: 'authenticate',
    methods: ['POST'],
    path: /^\/user_management\/authenticate$/,
    about: inBody('email', 'authentication_challenge_id', 'pending_authentication_token'),
    requests: 10,
    seconds: 60,
  },
  {
    name: 'magic auth',
    methods: ['POST'],
    path: /^\/user_management\/magic_auth$/,
    about: inBody('email'),
    requests: 3,
    seconds: 60,
  },
  {
    name: 'email verification',
    methods: ['POST'],
    path: /^\/user_management\/users\/[^/]+\/email_verification\/send$/,
    about: thePath,
    requests: 3,
    seconds: 60,
  },
  {
    name: 'password reset',
    methods: ['POST'],
    path: /^\/user_management\/password_reset$/,
    about: inBody('email'),
    requests: 3,
    seconds: 60,
  },
]

/** Refuses with 429 and `Retry-After` what is over a limit, where limits are kept. */
export function serveRateLimits(app: Hono<AppEnv>): void {
  app.use(async (context, next) => {
    const { rateLimiter } = context.var.environment
    const { path, method } = context.req
    if (rateLimiter && !/^\/(_emulator|authkit|health)/.test(path)) {
      for (const rule of rules) {
        if (!rule.methods.includes(method) || !rule.path.test(path)) continue
        const about = rule.about ? await rule.about(context) : ''
        const wait = about === undefined ? undefined : rateLimiter.take(rule, about)
        if (wait === undefined) continue
        context.header('Retry-After', String(wait))
        throw tooMany(path)
      }
    }
    await next()
  })
}

function tooMany(path: string): ApiError {
  const message = 'Too many requests. Try again later.'
  if (path === '/user_management/authenticate') {
    return new ApiError(429, oauthError('too_many_requests', message).body)
  }
  return plainError(429, 'rate_limit_exceeded', message)
}
