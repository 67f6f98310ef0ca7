import type { Config } from '../config.ts'
import { authorization } from '../contract/index.ts'
import {
  type AuthorizationDetails,
  detailsOf,
  type OAuthProvider,
  type ProviderDetails,
} from './getAuthorizationUrl.ts'
import { urlWithQuery } from './query.ts'
import { requireOneSelector } from './selector.ts'

/** Where somebody signs in by standalone SSO: exactly one way to say it. */
export type SsoSelector =
  | {
      readonly provider: OAuthProvider
      readonly connectionId?: undefined
      readonly organizationId?: undefined
    }
  | {
      readonly connectionId: string
      readonly provider?: undefined
      readonly organizationId?: undefined
    }
  | {
      readonly organizationId: string
      readonly provider?: undefined
      readonly connectionId?: undefined
    }

/** Input of {@link getSsoAuthorizationUrl}. */
export type SsoAuthorizationUrlOptions = AuthorizationDetails &
  ProviderDetails &
  SsoSelector & {
    /** Comes back in the id token (OpenID Connect Core 1.0, section 3.1.2.1). */
    readonly nonce?: string | undefined
  }

/**
 * The URL that starts a sign-in by standalone SSO, whose code `/sso/token` turns into a profile.
 *
 * @throws {InputError} unless exactly one of `provider`, `connectionId` and `organizationId` is
 * given.
 * @see https://workos.com/docs/reference/sso/get-authorization-url
 */
export function getSsoAuthorizationUrl(
  config: Pick<Config, 'apiUrl' | 'clientId' | 'redirectUri'>,
  options: SsoAuthorizationUrlOptions,
): string {
  const { provider, connectionId, organizationId } = options
  requireOneSelector({ provider, connectionId, organizationId })
  return urlWithQuery(config, authorization.authorizeSso.path, {
    ...detailsOf(config, options),
    provider,
    connection: connectionId,
    organization: organizationId,
    nonce: options.nonce,
  })
}
