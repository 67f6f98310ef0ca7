import type { Environment } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'

/** What somebody is signing in to, in words. */
export type Destination = {
  /** The organization when one was asked for, else the product when it has a name. */
  name: string | null
  /** Where the product lives, e.g. `localhost:3000`, as far as it is known. */
  host: string
}

/** Names what a visit leads to. */
export function destinationOf({ store, clientId }: Environment, flow: FlowRecord): Destination {
  const { organization_id, invitation_id, target } = flow.request
  const invitation = store.invitations.get(invitation_id ?? '')
  const organization = store.organizations.get(organization_id ?? invitation?.organization_id ?? '')
  const product = store.applications.get(clientId)?.name ?? null
  const host = 'redirect_uri' in target ? new URL(target.redirect_uri).host : null
  return { name: organization?.name ?? product, host: host ?? product ?? 'the application' }
}

/** `Sign in to Northwind`, or just `Sign in`. */
export const titleFor = (verb: string, { name }: Destination): string =>
  name === null ? verb : `${verb} to ${name}`
