import type { Config } from './config.ts'

/**
 * The configuration for the deployment that a request has come to. `Host` is whatever a client
 * says, so it counts only where a pattern of `deployments` allows it; the pattern, not the request,
 * says whether it is https. Everything else is answered as the product's own origin.
 */
export function configAt(config: Config, headers: Pick<Headers, 'get'>): Config {
  const host = hostOf(config, headers)
  if (host === undefined) return config
  const appUrl = originOf(config, host)
  if (appUrl === undefined || appUrl === config.appUrl) return config
  const isSecure = appUrl.startsWith('https:') || config.cookie.sameSite === 'none'
  return {
    ...config,
    appUrl,
    redirectUri: appUrl + config.callbackPath,
    cookie: { ...config.cookie, secure: isSecure },
  }
}

/** Proxies append to `X-Forwarded-Host`; the first is what the browser asked for. */
function hostOf(config: Config, headers: Pick<Headers, 'get'>): string | undefined {
  if (config.deployments.length === 0) return undefined
  const forwarded = config.trustForwardedHeaders ? headers.get('x-forwarded-host') : null
  const host = (forwarded ?? headers.get('host'))?.split(',')[0]?.trim().toLowerCase()
  return host === '' ? undefined : host
}

function originOf({ deployments }: Config, host: string): string | undefined {
  for (const pattern of deployments) {
    const [scheme = '', allowed = ''] = pattern.toLowerCase().split('://')
    if (toRegExp(allowed).test(host)) return `${scheme}://${host}`
  }
  return undefined
}

function toRegExp(pattern: string): RegExp {
  const literals = pattern.split('*').map((text) => text.replaceAll('.', '\\.'))
  return new RegExp(`^${literals.join('[a-z0-9-]+')}$`)
}
