import {
  type BeginSession,
  type BegunSession,
  beginSession,
} from './authentication/beginSession.ts'
import {
  type DeviceOutcome,
  type DevicePollOptions,
  pollDeviceAuthorization,
} from './authentication/device/pollDeviceAuthorization.ts'
import {
  type DeviceAuthorization,
  startDeviceAuthorization,
} from './authentication/device/startDeviceAuthorization.ts'
import { type BoundGrants, bindGrants } from './authentication/grants/boundGrants.ts'
import { type CallbackOutcome, completeSignIn } from './authorization/callback.ts'
import {
  type AuthorizationUrlOptions,
  getAuthorizationUrl,
} from './authorization/getAuthorizationUrl.ts'
import {
  getSsoAuthorizationUrl,
  type SsoAuthorizationUrlOptions,
} from './authorization/getSsoAuthorizationUrl.ts'
import type { CallbackRequest } from './authorization/redeemCallback.ts'
import { type SignInRequest, type StartedSignIn, startSignIn } from './authorization/signIn.ts'
import { releaseAllStates } from './authorization/state.ts'
import { getJwksUrl, getLogoutUrl } from './authorization/urls.ts'
import type { ApiSettings } from './client/settings.ts'
import { type AuthKitOptions, type Config, parseOptions } from './config.ts'
import type { Context } from './context.ts'
import { configAt } from './deployment.ts'
import type { AuthEventSink } from './events/event.ts'
import { type BearerState, readBearer } from './session/bearer.ts'
import { clearSessionCookie } from './session/chunks.ts'
import type { CookieChange, Cookies } from './session/cookies.ts'
import type { RefreshCoordinator } from './session/coordinator.ts'
import { tellOfCoordinator } from './session/coordinatorEvents.ts'
import {
  type ClaimsSchema,
  type CustomClaims,
  createCustomClaims,
  type WithCustomClaims,
} from './session/customClaims.ts'
import { guardCoordinator } from './session/guardedCoordinator.ts'
import { type LoadOptions, loadSession, readSession } from './session/load.ts'
import type { RefreshContext } from './session/refresh.ts'
import { type RenewalRequest, renewSession, type SwitchRefused } from './session/renewSession.ts'
import type { Revocations } from './session/revocations.ts'
import { type OpenedSeal, openSession, type Session, sealSession } from './session/seal.ts'
import { sessionIdOf } from './session/sessionId.ts'
import { sharedBy } from './session/shared.ts'
import type { ReadState, SessionState } from './session/state.ts'

/** What an instance uses instead of the platform's own and of this process's memory. */
export interface AuthKitEffects {
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Waits so many milliseconds; may end earlier when the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** A number from 0 up to 1, which spreads repeated calls over time. */
  readonly random?: () => number
  /** How calls to WorkOS are made: timeouts, retries, hooks. */
  readonly api?: ApiSettings
  /** Shared by several instances; otherwise every process knows only what it was told itself. */
  readonly revocations?: Revocations
  /** Shared by several instances, so that they refresh a session once; otherwise each process does. */
  readonly coordinator?: RefreshCoordinator
  /** Hears what is decided and why; free of secrets. Also on the `latchkey:auth` diagnostics channel. */
  readonly onEvent?: AuthEventSink
}

/** What the product itself brings into an instance. */
export interface AuthKitDeclarations<Schema extends ClaimsSchema = ClaimsSchema> {
  /** The schema of the claims that the JWT template adds; they appear in `claims.custom`. */
  readonly claims: Schema
}

/**
 * One WorkOS environment, configured: everything the kit does for signing in, bound to it. The rest
 * of the WorkOS API is apart, in `createWorkOS(kit)`, so that a proxy does not carry it.
 * `Declared` is what the product declares beside: `AuthKit<CustomClaims<typeof schema>>`.
 */
export interface AuthKit<Declared = unknown> extends Context, BoundGrants {
  /** What is revoked before its access token is over; feed it by webhooks. */
  readonly revocations: Revocations
  /**
   * The same instance for the deployment that a request has come to, by its `Host`: redirects and
   * sign-ins stay there. Itself, unless `deployments` allows another origin.
   */
  at(headers: Pick<Headers, 'get'>): AuthKit<Declared>
  /** Cookies in, session state out; refreshes where due, once for all that ask at the same time. */
  loadSession(cookies: Cookies, options?: LoadOptions): Promise<SessionState<Declared>>
  /** The same for those who cannot write cookies: never refreshes. */
  readSession(cookies: Cookies, options?: LoadOptions): Promise<ReadState<Declared>>
  /**
   * Gets a new access token although the old one lives: with claims as they are now, or for another
   * organization. A refusal or an outage leaves the session as it is.
   */
  renewSession(
    cookies: Cookies,
    request?: RenewalRequest,
  ): Promise<SessionState<Declared> | SwitchRefused>
  /** What an access token that a caller brought says; no session, and no user record. */
  readBearer(accessToken: string, options?: LoadOptions): Promise<BearerState<Declared>>
  /** Begins a hosted sign-in. */
  startSignIn(cookies: Cookies, request?: SignInRequest): Promise<StartedSignIn>
  /** Ends a hosted sign-in, in the callback. */
  completeSignIn(cookies: Cookies, request: CallbackRequest): Promise<CallbackOutcome<Declared>>
  /** Keeps a session that one of the grants brought in this browser's cookies. */
  beginSession(cookies: Cookies, session: Session): Promise<BegunSession<Declared>>
  /** Clears every cookie of ours in this browser; WorkOS's session ends through the logout URL. */
  clearCookies(cookies: Cookies): readonly CookieChange[]
  /** WorkOS's id of the session, also when its access token is over; what a sign-out needs. */
  sessionIdOf(cookies: Cookies): Promise<string | undefined>
  /** A sign-in through AuthKit, for those who keep state and verifier themselves. */
  getAuthorizationUrl(options: AuthorizationUrlOptions): string
  /** A sign-in by standalone SSO. */
  getSsoAuthorizationUrl(options: SsoAuthorizationUrlOptions): string
  /** Ends a session at WorkOS and in its browser. */
  getLogoutUrl(session: { sessionId: string; returnTo?: string }): string
  /** Where WorkOS publishes the keys that this environment's access tokens are signed with. */
  getJwksUrl(): string
  /** Begins a sign-in on a device without a browser (RFC 8628). */
  startDeviceAuthorization(): Promise<DeviceAuthorization>
  /** Waits until the owner of the device has answered. */
  pollDeviceAuthorization(
    device: Pick<DeviceAuthorization, 'deviceCode' | 'expiresAt' | 'interval'>,
    options?: DevicePollOptions,
  ): Promise<DeviceOutcome>
  /** Seals a session with the newest password, readable by the JavaScript AuthKit libraries. */
  sealSession(session: Session): Promise<string>
  /** Opens a seal of this kit, of authkit-nextjs or of the official SDK. */
  openSession(sealed: string): Promise<OpenedSeal>
}

/**
 * Creates an instance for one WorkOS environment. Instances with different options share nothing.
 *
 * @throws {ConfigurationError} naming every missing or wrong option at once.
 * @example With claims that the JWT template adds, `claims: z.object({ plan: z.string() })` types
 * `claims.custom.plan` of every session.
 * @example
 * ```ts
 * import { createAuthKit, parseCookies } from '@latchkey/core'
 *
 * const kit = createAuthKit({
 *   apiKey: 'sk_test_123',
 *   clientId: 'client_123',
 *   cookiePassword: 'a password of at least 32 characters',
 *   redirectUri: 'https://example.com/auth/callback',
 * })
 *
 * async function whoIs(request: Request) {
 *   const state = await kit.loadSession(parseCookies(request.headers.get('cookie')))
 *   return state.status === 'signed-in' ? state.user.email : undefined
 * }
 * ```
 */
export function createAuthKit<Schema extends ClaimsSchema>(
  options: AuthKitOptions & AuthKitDeclarations<Schema>,
  effects?: AuthKitEffects,
): AuthKit<CustomClaims<Schema>>
export function createAuthKit(options: AuthKitOptions, effects?: AuthKitEffects): AuthKit
export function createAuthKit(
  { claims, ...options }: AuthKitOptions & Partial<AuthKitDeclarations>,
  effects: AuthKitEffects = {},
): AuthKit {
  return authKitFor(parseOptions(options), { ...effects, ...(claims && { claims }) })
}

/** The same for a configuration that is already validated, e.g. by `readEnvironment`. */
export function authKitFor<Schema extends ClaimsSchema>(
  config: Config,
  effects: AuthKitEffects & AuthKitDeclarations<Schema>,
): AuthKit<CustomClaims<Schema>>
export function authKitFor(config: Config, effects?: AuthKitEffects): AuthKit
export function authKitFor(
  config: Config,
  effects: AuthKitEffects & Partial<AuthKitDeclarations> = {},
): AuthKit {
  const context: Context = {
    config,
    fetch: effects.fetch ?? ((...args) => globalThis.fetch(...args)),
    now: effects.now ?? (() => Date.now()),
    ...(effects.sleep && { sleep: effects.sleep }),
    ...(effects.random && { random: effects.random }),
    ...(effects.api && { api: effects.api }),
    ...(effects.onEvent && { onEvent: effects.onEvent }),
  }
  const shared = sharedBy(context, effects)
  const revocations = effects.revocations ?? shared.revocations
  const coordinator =
    effects.coordinator &&
    guardCoordinator(effects.coordinator, {
      now: context.now,
      tell: (event) => tellOfCoordinator(context, event),
    })
  const full: RefreshContext = { ...context, ...shared, revocations, coordinator }
  const withCustomClaims = createCustomClaims(effects.claims)
  const instances = new Map<string, AuthKit>()
  const at = (headers: Pick<Headers, 'get'>) => instanceAt(configAt(config, headers))
  const instanceAt = (there: Config): AuthKit => {
    const known = instances.get(there.appUrl)
    if (known) return known
    const instance = bind({
      context: { ...context, config: there },
      full: { ...full, config: there },
      withCustomClaims,
      at,
    })
    if (instances.size < MAX_DEPLOYMENTS) instances.set(there.appUrl, instance)
    return instance
  }
  return instanceAt(config)
}

/** Origins that are kept at once; a host that a wildcard allows is a client's to name. */
const MAX_DEPLOYMENTS = 100

interface Binding {
  readonly context: Context
  readonly full: RefreshContext
  readonly withCustomClaims: WithCustomClaims
  readonly at: AuthKit['at']
}

/** Everything the kit does, for one deployment. */
function bind({ context, full, withCustomClaims, at }: Binding): AuthKit {
  const { config } = context
  const begin: BeginSession = async (cookies, session) =>
    withCustomClaims(await beginSession(full, cookies, session))
  return {
    ...context,
    revocations: full.revocations,
    at,
    loadSession: async (cookies, options) =>
      withCustomClaims(await loadSession(full, cookies, options)),
    readSession: async (cookies, options) =>
      withCustomClaims(await readSession(full, cookies, options)),
    renewSession: async (cookies, request = {}) => {
      const state = await renewSession(full, cookies, request)
      return state.status === 'refused' ? state : withCustomClaims(state)
    },
    readBearer: async (accessToken, options) =>
      withCustomClaims(await readBearer(full, accessToken, options)),
    startSignIn: (cookies, request = {}) => startSignIn(context, cookies, request),
    completeSignIn: (cookies, request) =>
      completeSignIn({ ...context, beginSession: begin }, cookies, request),
    beginSession: begin,
    clearCookies: (cookies) => [
      ...clearSessionCookie(config, cookies),
      ...releaseAllStates(context, cookies),
    ],
    sessionIdOf: (cookies) => sessionIdOf(config, cookies),
    getAuthorizationUrl: (options) => getAuthorizationUrl(config, options),
    getSsoAuthorizationUrl: (options) => getSsoAuthorizationUrl(config, options),
    getLogoutUrl: (session) => getLogoutUrl(config, session),
    getJwksUrl: () => getJwksUrl(config),
    ...bindGrants(context),
    startDeviceAuthorization: () => startDeviceAuthorization(context),
    pollDeviceAuthorization: (device, options) => pollDeviceAuthorization(context, device, options),
    sealSession: (session) => sealSession(config, session),
    openSession: (sealed) => openSession(config, sealed),
  }
}
