import type { Config } from '@latchkey/core'

/**
 * Where the product is: its origin and Next's `basePath`. Next tells the latter to no server code,
 * but the redirect URI has it where the callback is mounted with the kit's other routes.
 */
export function appUrlOf(
  { appUrl, callbackPath }: Pick<Config, 'appUrl' | 'callbackPath'>,
  basePath: string,
): string {
  const callback = `${basePath}/callback`
  const nextBasePath = callbackPath.endsWith(callback)
    ? callbackPath.slice(0, -callback.length)
    : ''
  return appUrl + nextBasePath
}
