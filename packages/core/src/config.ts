import * as z from 'zod'
import { ConfigurationError, type ConfigurationProblem } from './errors.ts'
import { guardOf } from './session/cookies.ts'

/** Iron needs passwords of at least this many characters. */
const MIN_PASSWORD_LENGTH = 32

const password = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `is shorter than ${MIN_PASSWORD_LENGTH} characters`)

const absoluteUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'is not an http(s) URL',
  })

const origin = absoluteUrl.refine(
  (value) => URL.canParse(value) && value.replace(/\/$/, '') === new URL(value).origin,
  { error: 'is not an origin, e.g. https://example.com' },
)

const originPattern = z.string().regex(/^https?:\/\/[a-z0-9*.-]+(?::[\d*]+)?$/i, {
  error: 'is not an origin with `*` for what differs, e.g. https://*.example.dev',
})

/** Options of an AuthKit instance; {@link readEnvironment} reads the same from the environment. */
export const authKitOptionsSchema = z.object({
  /** Secret key of the WorkOS environment, `sk_…`. */
  apiKey: z.string().min(1, 'is empty'),
  /** Client id of the WorkOS environment, `client_…`. */
  clientId: z.string().min(1, 'is empty'),
  /** Seals cookies. Several: the first seals, any of them opens, so passwords can be rotated. */
  cookiePassword: z.union([password, z.array(password).min(1, 'is empty')]),
  /**
   * Where WorkOS sends people back, e.g. `https://example.com/auth/callback`; `/auth/callback` of
   * `appUrl` where left out.
   */
  redirectUri: absoluteUrl.optional(),
  /** Origin of the product, e.g. `https://example.com`; that of `redirectUri` where left out. */
  appUrl: origin.optional(),
  /**
   * Origins under which the product is deployed besides, for previews: `https://*.example.dev`. A
   * `*` stands for letters, digits and `-`. What a request comes to decides where sign-in returns.
   */
  deployments: z.union([originPattern, z.array(originPattern)]).default([]),
  /** Whether a proxy in front sets `X-Forwarded-Host`; only `deployments` go by it. */
  trustForwardedHeaders: z.boolean().default(false),
  apiHostname: z.string().min(1, 'is empty').default('api.workos.com'),
  apiPort: z.number().int().min(1).max(65535).optional(),
  apiHttps: z.boolean().default(true),
  cookieName: z
    .string()
    .regex(/^[\w!#$%&'*.^`|~+-]+$/, 'is not a cookie name')
    .default('wos-session'),
  cookieDomain: z.string().min(1, 'is empty').optional(),
  /** Seconds; WorkOS ends sessions long before the default of 400 days. */
  cookieMaxAge: z.number().int().positive().default(34_560_000),
  cookieSameSite: z.enum(['lax', 'strict', 'none']).default('lax'),
  /**
   * Seconds before the end of an access token at which its session is refreshed ahead, but no sooner
   * than after half its life. Where left out: 60, or 30 for tokens of five minutes or less.
   */
  refreshBefore: z.number().int().nonnegative().optional(),
  /** Accepted `iss` claims; not checked when unset, because WorkOS environments differ. */
  issuer: z.union([z.string().min(1, 'is empty'), z.array(z.string().min(1))]).optional(),
  /** Whether everything that is decided goes to the console, in lines free of secrets. */
  debug: z.boolean().default(false),
})

/** Options of an AuthKit instance. */
export type AuthKitOptions = z.input<typeof authKitOptionsSchema>

/** Validated configuration, with everything derived from it that does not change. */
export interface Config {
  readonly apiKey: string
  readonly clientId: string
  /** Newest first. */
  readonly cookiePasswords: readonly [string, ...string[]]
  readonly redirectUri: string
  /** Path of the redirect URI, e.g. `/auth/callback`. */
  readonly callbackPath: string
  /** Origin of the product, e.g. `https://example.com`; every redirect of ours goes there. */
  readonly appUrl: string
  /** Patterns of the other origins that the product has. */
  readonly deployments: readonly string[]
  readonly trustForwardedHeaders: boolean
  /** Origin of WorkOS, e.g. `https://api.workos.com`. */
  readonly apiUrl: string
  readonly cookie: {
    readonly name: string
    readonly domain: string | undefined
    readonly maxAge: number
    readonly sameSite: 'lax' | 'strict' | 'none'
    readonly secure: boolean
  }
  readonly issuers: readonly string[] | undefined
  /** Seconds before the end of an access token; `undefined` goes by how long the token lives. */
  readonly refreshBefore: number | undefined
  /** Whether everything that is decided goes to the console. */
  readonly debug: boolean
}

const settings = {
  apiKey: ['WORKOS_API_KEY', 'copy the secret key from the WorkOS dashboard, API keys'],
  clientId: ['WORKOS_CLIENT_ID', 'copy the client id from the WorkOS dashboard, API keys'],
  cookiePassword: [
    'WORKOS_COOKIE_PASSWORD',
    'make one with `openssl rand -base64 32` and keep it secret',
  ],
  redirectUri: [
    'NEXT_PUBLIC_WORKOS_REDIRECT_URI',
    'the callback URL that is registered at WorkOS, e.g. http://localhost:3000/auth/callback',
  ],
  appUrl: ['WORKOS_APP_URL', 'the origin of this product, e.g. https://example.com'],
  deployments: [
    'WORKOS_DEPLOYMENTS',
    'other origins of this product, with commas between them, e.g. https://*.example.dev',
  ],
  trustForwardedHeaders: ['WORKOS_TRUST_FORWARDED_HEADERS', 'true or false'],
  apiHostname: ['WORKOS_API_HOSTNAME', 'a host name, e.g. api.workos.com'],
  apiPort: ['WORKOS_API_PORT', 'a port from 1 to 65535'],
  apiHttps: ['WORKOS_API_HTTPS', 'true or false'],
  cookieName: ['WORKOS_COOKIE_NAME', 'letters, digits, - and _ only, e.g. wos-session'],
  cookieDomain: ['WORKOS_COOKIE_DOMAIN', 'a domain, e.g. example.com, or leave it out'],
  cookieMaxAge: ['WORKOS_COOKIE_MAX_AGE', 'whole seconds, e.g. 34560000'],
  cookieSameSite: ['WORKOS_COOKIE_SAMESITE', 'lax, strict or none'],
  refreshBefore: ['WORKOS_REFRESH_BEFORE', 'whole seconds, e.g. 60'],
  issuer: ['WORKOS_ISSUER', 'the iss claim of your access tokens, or several with commas'],
  debug: ['WORKOS_DEBUG', 'true or false'],
} as const satisfies Record<keyof AuthKitOptions, readonly [variable: string, fix: string]>

/** Where a problem is reported: by variable for an environment, by option for code. */
type Origin = 'environment' | 'options'

/**
 * Validates options.
 *
 * @throws {ConfigurationError} naming every missing or wrong option at once.
 */
export function parseOptions(options: AuthKitOptions, origin: Origin = 'options'): Config {
  const parsed = authKitOptionsSchema.safeParse(options)
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, options, origin)),
    ...problemIn('redirectUri', placeProblem(options), origin),
    ...problemIn('cookieName', prefixProblem(options), origin),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems)
  return toConfig(parsed.data)
}

/**
 * Reads AuthKit's own environment variables.
 *
 * @throws {ConfigurationError} naming every missing or wrong variable at once.
 * @example
 * ```ts
 * import { readEnvironment } from '@latchkey/core'
 *
 * const config = readEnvironment({
 *   WORKOS_API_KEY: 'sk_test_123',
 *   WORKOS_CLIENT_ID: 'client_123',
 *   WORKOS_COOKIE_PASSWORD: 'a password of at least 32 characters',
 *   NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'http://localhost:3000/auth/callback',
 * })
 * ```
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Config {
  const value = (setting: keyof typeof settings) => env[settings[setting][0]]?.trim() || undefined
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const previousPassword = env.WORKOS_COOKIE_PASSWORD_PREVIOUS?.trim()
  const newestPassword = value('cookiePassword')
  const options = {
    apiKey: value('apiKey'),
    clientId: value('clientId'),
    cookiePassword:
      newestPassword && previousPassword ? [newestPassword, previousPassword] : newestPassword,
    redirectUri: value('redirectUri'),
    appUrl: value('appUrl'),
    deployments: list(value('deployments')),
    trustForwardedHeaders: booleanOf(value('trustForwardedHeaders')),
    apiHostname: value('apiHostname'),
    apiPort: number(value('apiPort')),
    apiHttps: booleanOf(value('apiHttps')),
    cookieName: value('cookieName'),
    cookieDomain: value('cookieDomain'),
    cookieMaxAge: number(value('cookieMaxAge')),
    cookieSameSite: value('cookieSameSite')?.toLowerCase(),
    refreshBefore: number(value('refreshBefore')),
    issuer: list(value('issuer')),
    debug: booleanOf(value('debug')),
  }
  return parseOptions(options as AuthKitOptions, 'environment')
}

function list(text: string | undefined): string[] | undefined {
  return text?.split(',').map((item) => item.trim())
}

function booleanOf(text: string | undefined): unknown {
  if (text === 'true') return true
  if (text === 'false') return false
  return text
}

function problemsOf(
  error: z.ZodError,
  options: AuthKitOptions,
  origin: Origin,
): ConfigurationProblem[] {
  const named = new Map<string, ConfigurationProblem>()
  for (const issue of error.issues) {
    const option = issue.path[0] as keyof typeof settings
    const [variable, fix] = settings[option]
    const setting = origin === 'environment' ? variable : option
    const missing = options[option] === undefined
    const problem = missing ? 'is not set' : describe(issue)
    if (!named.has(setting)) named.set(setting, { setting, problem, fix })
  }
  return [...named.values()]
}

/** What one option alone does not show. */
function problemIn(
  option: keyof typeof settings,
  problem: string | undefined,
  origin: Origin,
): ConfigurationProblem[] {
  if (problem === undefined) return []
  const [variable, fix] = settings[option]
  return [{ setting: origin === 'environment' ? variable : option, problem, fix }]
}

/** Whether the two that say where the product is agree. */
function placeProblem({ redirectUri, appUrl }: AuthKitOptions): string | undefined {
  if (redirectUri === undefined) return appUrl === undefined ? 'is not set' : undefined
  if (appUrl === undefined || !URL.canParse(redirectUri) || !URL.canParse(appUrl)) return undefined
  const isElsewhere = new URL(redirectUri).origin !== new URL(appUrl).origin
  return isElsewhere ? `is not at ${new URL(appUrl).origin}, where the product is` : undefined
}

/** A browser drops a cookie in silence whose prefix promises what is not so. */
function prefixProblem(options: AuthKitOptions): string | undefined {
  const { cookieName = '', cookieDomain, cookieSameSite, redirectUri, appUrl } = options
  const guard = guardOf(cookieName)
  if (guard === undefined) return undefined
  const isSecure = /^https:/i.test(redirectUri ?? appUrl ?? '') || cookieSameSite === 'none'
  if (!isSecure) return `begins with ${guard}, which browsers take on https alone`
  return /^__host-/i.test(guard) && cookieDomain !== undefined
    ? `begins with ${guard}, which browsers take without a domain alone`
    : undefined
}

function describe(issue: z.core.$ZodIssue): string {
  const branch = issue.code === 'invalid_union' ? issue.errors.flat()[0] : undefined
  const message = (branch ?? issue).message
  return message.startsWith('is ') ? message : `is not valid (${message})`
}

function toConfig(options: z.output<typeof authKitOptionsSchema>): Config {
  const scheme = options.apiHttps ? 'https' : 'http'
  const port = options.apiPort === undefined ? '' : `:${options.apiPort}`
  const redirect = new URL(options.redirectUri ?? '/auth/callback', options.appUrl)
  const passwords = [options.cookiePassword].flat()
  return {
    apiKey: options.apiKey,
    clientId: options.clientId,
    cookiePasswords: passwords as [string, ...string[]],
    redirectUri: options.redirectUri ?? redirect.href,
    callbackPath: redirect.pathname,
    appUrl: redirect.origin,
    deployments: [options.deployments].flat(),
    trustForwardedHeaders: options.trustForwardedHeaders,
    apiUrl: `${scheme}://${options.apiHostname}${port}`,
    cookie: {
      name: options.cookieName,
      domain: options.cookieDomain,
      maxAge: options.cookieMaxAge,
      sameSite: options.cookieSameSite,
      secure: redirect.protocol === 'https:' || options.cookieSameSite === 'none',
    },
    issuers: options.issuer === undefined ? undefined : [options.issuer].flat(),
    refreshBefore: options.refreshBefore,
    debug: options.debug,
  }
}
