import type { Environment } from '../environment.ts'
import type { ConnectionRecord, Proof, SignInMethod } from '../store/authenticationRecords.ts'
import type { OrganizationRecord } from '../store/records.ts'
import { environmentMethods } from './settings.ts'
import { signInMethodOf } from './signInMethod.ts'

/** What an organization asks of those who sign in to it. */
export type OrganizationPolicy = {
  organization: OrganizationRecord
  /** The ways that it allows; `null` is whatever the environment offers. */
  methods: readonly SignInMethod[] | null
  mfa: boolean
  /** Its SSO connections that work. */
  connections: ConnectionRecord[]
}

/** The policy of an organization. A connection that works makes SSO the only way, unless it says otherwise. */
export function organizationPolicy(
  environment: Environment,
  organization: OrganizationRecord,
): OrganizationPolicy {
  const { store } = environment
  const written = store.organizationPolicies.get(organization.id)
  const connections = activeConnections(environment, organization.id)
  const implied: SignInMethod[] | null = connections.length > 0 ? ['sso'] : null
  return {
    organization,
    methods: written?.methods ?? implied,
    mfa: written?.mfa ?? false,
    connections,
  }
}

/** The policy of the organization that has verified the address's domain, if one has. */
export function domainPolicy(
  environment: Environment,
  email: string,
): OrganizationPolicy | undefined {
  const owner = organizationOfDomain(environment, domainOf(email))
  return owner && organizationPolicy(environment, owner)
}

/** The organization that has verified a domain. */
export const organizationOfDomain = (
  { store }: Environment,
  domain: string,
): OrganizationRecord | undefined =>
  store.organizations.find(({ domains }) =>
    domains.some(
      (its) =>
        its.domain.toLowerCase() === domain &&
        (its.state === 'verified' || its.state === 'legacy_verified'),
    ),
  )

/** Whether a policy is content with how somebody signed in. Impersonation is above policies. */
export function allows(policy: OrganizationPolicy, proof: Proof): boolean {
  if (policy.methods === null || proof.method === 'Impersonation') return true
  const method = signInMethodOf(proof.method)
  if (method === undefined || !policy.methods.includes(method)) return false
  return method !== 'sso' || policy.connections.some(({ id }) => id === proof.connection_id)
}

/** Whether a policy leaves nothing but SSO. */
export const requiresSso = ({ methods }: OrganizationPolicy): boolean =>
  methods?.length === 1 && methods[0] === 'sso'

/** The ways in that an organization leaves its people, of those that the environment offers. */
export function allowedMethods(
  environment: Environment,
  policy: OrganizationPolicy | undefined,
): SignInMethod[] {
  const offered = environmentMethods(environment)
  const { methods } = policy ?? { methods: null }
  return methods === null ? offered : offered.filter((method) => methods.includes(method))
}

/** An organization's SSO connections that work. */
export const activeConnections = (
  { store }: Environment,
  organizationId: string,
): ConnectionRecord[] =>
  store.connections.filter(
    ({ organization_id, state }) => organization_id === organizationId && state === 'active',
  )

/** What follows the `@`, in lower case. */
export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase()
