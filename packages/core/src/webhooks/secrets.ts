import { ConfigurationError } from '../errors.ts'

/**
 * The secret of an endpoint, or several while it is being changed: a signature by any of them holds.
 * Unset ones may be passed as they come from the environment; at least one must be set.
 */
export type Secrets = string | undefined | readonly (string | undefined)[]

/**
 * The secrets that are set.
 *
 * @throws {ConfigurationError} where none is: without a secret nothing can be believed.
 */
export function presentSecrets(secrets: Secrets): readonly [string, ...string[]] {
  const [first, ...others] = [secrets].flat().filter((secret) => secret?.trim())
  if (first) return [first, ...others.filter((secret) => secret !== undefined)]
  throw new ConfigurationError([
    {
      setting: 'secrets',
      problem: 'is not set',
      fix: 'copy the signing secret of this endpoint from the WorkOS dashboard',
    },
  ])
}
