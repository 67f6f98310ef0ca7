import type * as z from 'zod'
import type { Config } from '../config.ts'
import { authorization, type oauthProviderSchema } from '../contract/index.ts'
import { urlWithQuery } from './query.ts'
import { refuse, requireOneSelector } from './selector.ts'

/** An identity provider other than AuthKit itself, e.g. `GoogleOAuth`. */
export type OAuthProvider = z.output<typeof oauthProviderSchema>

/** What an authorization URL says wherever it leads. */
export interface AuthorizationDetails {
  /** The configured one where left out; must be registered at WorkOS. */
  readonly redirectUri?: string | undefined
  /** Comes back in the callback unchanged. */
  readonly state?: string | undefined
  /** S256 challenge of a verifier (RFC 7636); `createPkce` makes both. */
  readonly codeChallenge?: string | undefined
  /** Email address to fill in. */
  readonly loginHint?: string | undefined
  /** Domain to preselect at the identity provider. */
  readonly domainHint?: string | undefined
  /** `login` asks for a fresh proof, `none` for no page at all, `select_account`, `consent`. */
  readonly prompt?: 'login' | 'none' | 'consent' | 'select_account' | (string & {}) | undefined
}

/** What may be asked of an identity provider beyond WorkOS's own requests. */
export interface ProviderDetails {
  /** Further scopes, e.g. `https://www.googleapis.com/auth/calendar.readonly`. */
  readonly providerScopes?: readonly string[] | undefined
  /** Query parameters for the provider, e.g. `{ hd: 'example.com' }`. */
  readonly providerQueryParams?: Readonly<Record<string, string>> | undefined
}

/** What only AuthKit's own pages understand. */
interface HostedDetails {
  /** Preselects the organization. */
  readonly organizationId?: string | undefined
  /** Which page opens first. */
  readonly screenHint?: 'sign-in' | 'sign-up' | undefined
  /** Seconds since the last proof of identity after which a new one is asked for; 0 always asks. */
  readonly maxAge?: number | undefined
}

type Without<Fields> = { readonly [Field in keyof Fields]?: undefined }

/** Where somebody signs in: exactly one way to say it. */
export type AuthorizationSelector =
  | ({ readonly provider: 'authkit'; readonly connectionId?: undefined } & HostedDetails &
      Without<ProviderDetails>)
  | ({ readonly provider: OAuthProvider; readonly connectionId?: undefined } & ProviderDetails &
      Without<HostedDetails>)
  | ({ readonly connectionId: string; readonly provider?: undefined } & ProviderDetails &
      Without<HostedDetails>)
  | ({
      readonly organizationId: string
      readonly provider?: undefined
      readonly connectionId?: undefined
    } & ProviderDetails &
      Without<Omit<HostedDetails, 'organizationId'>>)

/** Input of {@link getAuthorizationUrl}. */
export type AuthorizationUrlOptions = AuthorizationDetails &
  AuthorizationSelector & {
    /** Lets a stranger sign up, and joins the organization that invited them. */
    readonly invitationToken?: string | undefined
    /** Claims an environment of `workos/one-shot-environments`. */
    readonly claimNonce?: string | undefined
  }

/**
 * The URL that starts a sign-in through AuthKit. `startSignIn` makes one together with the state
 * and the verifier that the callback needs; this is for those who keep them themselves.
 *
 * @throws {InputError} unless exactly one of `provider`, `connectionId` and `organizationId` is
 * given (with `provider: 'authkit'`, an organization may be preselected), or when an option does not
 * belong to what was chosen.
 * @see https://workos.com/docs/reference/authkit/authentication/get-authorization-url
 */
export function getAuthorizationUrl(
  config: Pick<Config, 'apiUrl' | 'clientId' | 'redirectUri'>,
  options: AuthorizationUrlOptions,
): string {
  const { provider, connectionId, organizationId } = options
  const hosted = provider === 'authkit'
  requireOneSelector(
    hosted ? { provider, connectionId } : { provider, connectionId, organizationId },
  )
  if (hosted) {
    refuse(
      ['providerScopes', 'providerQueryParams'],
      options,
      'Name the provider that shall get them, e.g. `GoogleOAuth`.',
    )
  } else {
    refuse(['screenHint', 'maxAge'], options, 'Use them with `provider: "authkit"` only.')
  }
  return urlWithQuery(config, authorization.authorize.path, {
    ...detailsOf(config, options),
    provider,
    connection_id: connectionId,
    organization_id: organizationId,
    screen_hint: options.screenHint,
    max_age: options.maxAge,
    invitation_token: options.invitationToken,
    claim_nonce: options.claimNonce,
  })
}

/** The parameters that every authorization URL has. */
export function detailsOf(
  config: Pick<Config, 'clientId' | 'redirectUri'>,
  options: AuthorizationDetails & ProviderDetails,
) {
  const { codeChallenge } = options
  return {
    client_id: config.clientId,
    redirect_uri: options.redirectUri ?? config.redirectUri,
    response_type: 'code',
    state: options.state,
    code_challenge: codeChallenge,
    code_challenge_method: codeChallenge === undefined ? undefined : 'S256',
    login_hint: options.loginHint,
    domain_hint: options.domainHint,
    prompt: options.prompt,
    provider_scopes: options.providerScopes,
    provider_query_params: options.providerQueryParams,
  }
}
