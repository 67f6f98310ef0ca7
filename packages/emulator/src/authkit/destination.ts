import type { Environment } from '../environment.ts'
import type { FlowRecord } from '../store/records.ts'

/** What somebody is signing in to, in words. */
export type Destination = {
  /** The organization when one was asked for, else the product when it has a name. */
  name: string | null
  /** Where the product lives, e.g. `localhost:3000`. */
  host: string
}

/** Names what a visit leads to. */
export function destinationOf({ store, clientId }: Environment, flow: FlowRecord): Destination {
  const { organization_id, redirect_uri } = flow.request
  const organization =
    organization_id === null ? undefined : store.organizations.get(organization_id)
  const product = store.applications.get(clientId)?.name ?? null
  return { name: organization?.name ?? product, host: new URL(redirect_uri).host }
}

/** `Sign in to Northwind`, or just `Sign in`. */
export const titleFor = (verb: string, { name }: Destination): string =>
  name === null ? verb : `${verb} to ${name}`
