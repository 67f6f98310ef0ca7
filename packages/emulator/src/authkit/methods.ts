import { allowedMethods, domainPolicy, organizationPolicy } from '../authentication/policy.ts'
import { requestMagicAuth } from '../authentication/requestMagicAuth.ts'
import { findUserByEmail } from '../authentication/user.ts'
import type { Environment } from '../environment.ts'
import type { ConnectionRecord, SignInMethod } from '../store/authenticationRecords.ts'
import type { FlowRecord } from '../store/records.ts'
import type { FlowPage } from './flow.ts'

/** The ways in that stand open in a visit. */
export type WaysIn = { methods: SignInMethod[]; connections: ConnectionRecord[] }

/**
 * What somebody may sign in with: as their address's domain wants it, else as the organization
 * that is asked for wants it, else as the environment offers it.
 */
export function waysIn(environment: Environment, flow: FlowRecord): WaysIn {
  const { store } = environment
  const wanted = store.organizations.get(flow.organization_id ?? flow.request.organization_id ?? '')
  const policy =
    (flow.email === null ? undefined : domainPolicy(environment, flow.email)) ??
    (wanted && organizationPolicy(environment, wanted))
  const methods = allowedMethods(environment, policy)
  return { methods, connections: methods.includes('sso') ? (policy?.connections ?? []) : [] }
}

/** The page that follows the address; an unknown address is led where a known one would be. */
export function pageAfterEmail(
  environment: Environment,
  flow: FlowRecord & { email: string },
): FlowPage {
  const { methods, connections } = waysIn(environment, flow)
  const [connection, ...others] = connections
  if (connection && others.length === 0 && methods.every((method) => method === 'sso')) {
    return `sso/${connection.id}`
  }
  const user = findUserByEmail(environment, flow.email)
  const hasPassword = user === undefined || user.password.type !== 'none'
  if (methods.includes('password') && (hasPassword || !methods.includes('magic_auth'))) {
    return 'password'
  }
  if (!methods.includes('magic_auth')) return 'methods'
  requestMagicAuth(environment, { email: flow.email, invitationId: flow.request.invitation_id })
  return 'magic-code'
}
