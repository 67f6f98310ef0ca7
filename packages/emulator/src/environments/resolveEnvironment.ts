import type { Context } from 'hono'
import { ApiError } from '../api/apiError.ts'
import { findWaitingDevice } from '../authentication/device.ts'
import type { AppEnv, Environment } from '../environment.ts'
import type { Environments } from './environments.ts'

/**
 * Parameters that an environment can be told by: its own client id, or the unguessable id of
 * something that it holds.
 */
const holders: Record<string, (environment: Environment, value: string) => boolean> = {
  client_id: ({ clientId }, value) => clientId === value,
  environment: ({ clientId }, value) => clientId === value,
  flow: ({ store }, value) => store.flows.get(value) !== undefined,
  user_code: (environment, value) => findWaitingDevice(environment, value) !== undefined,
  session_id: ({ store }, value) => store.sessions.get(value) !== undefined,
  token: ({ store }, value) =>
    store.passwordResets.find((each) => each.token === value) !== undefined ||
    store.ssoLogouts.get(value) !== undefined ||
    store.portalLinks.get(value) !== undefined,
  /** A part of the path. */
  segment: ({ clientId, store }, value) =>
    clientId === value || store.auditLogExports.find((each) => each.token === value) !== undefined,
  invitation_token: ({ store }, value) =>
    store.invitations.find((each) => each.token === value) !== undefined,
}

/** The environment that a request is about; the main one where nothing names another. */
export async function resolveEnvironment(
  context: Context<AppEnv>,
  environments: Environments,
): Promise<Environment> {
  const key = bearerOf(context)
  const keyed =
    key === undefined
      ? undefined
      : environments.find(
          ({ apiKey, store }) => apiKey === key || store.ssoTokens.get(key) !== undefined,
        )
  if (keyed) return keyed
  if (key !== undefined && context.req.path.startsWith('/_emulator/')) {
    throw new ApiError(401, { message: 'No environment has this API key.' })
  }
  if (environments.all().length === 1) return environments.main

  const { searchParams, pathname } = new URL(context.req.url)
  const parameters = [
    ...searchParams,
    ...pathname.split('/').map((segment) => ['segment', segment] as const),
    ...(await clientInBody(context)),
  ]
  // In the order of the holders: what a seed pins is in every environment, and decides last.
  for (const [name, holds] of Object.entries(holders)) {
    for (const [, value] of parameters.filter(([given]) => given === name)) {
      const found = environments.find((each) => holds(each, value))
      if (found) return found
    }
  }
  return environments.main
}

function bearerOf(context: Context<AppEnv>): string | undefined {
  const [scheme, key] = (context.req.header('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? key : undefined
}

/** Public clients, and the owners of devices, name themselves in the body; it can be read again. */
async function clientInBody(context: Context<AppEnv>): Promise<[string, string][]> {
  if (context.req.method !== 'POST' || /^\/(authkit|_emulator)\//.test(context.req.path)) return []
  const text = await context.req.text()
  const [, quoted] = /"client_id"\s*:\s*"([^"]+)"/.exec(text) ?? []
  if (quoted) return [['client_id', quoted]]
  const form = new URLSearchParams(text)
  return [...form].filter(([name]) => name === 'client_id' || name === 'user_code')
}
