import type { Config } from '@latchkey/core'

/**
 * The `basePath` of the application, which Next writes into whatever it bundles (as it does for its
 * own links), and tells to nothing but a proxy otherwise. `''` where there is none.
 */
export function nextBasePath(): string {
  try {
    return process.env.__NEXT_ROUTER_BASEPATH ?? ''
  } catch {
    // A browser that got this from another bundler knows no `process`.
    return ''
  }
}

/** A path of the application as the browser shows it, below Next's `basePath`. */
export function browserPath(path: string): string {
  const basePath = nextBasePath()
  return basePath === '' ? path : basePath + path.replace(/^\/(?=[?#]|$)/, '')
}

/** The whole address of a path of the application. */
export function browserUrl({ appUrl }: Pick<Config, 'appUrl'>, path: string): string {
  return appUrl + browserPath(path)
}
