import { findUserByEmail } from '../authentication/user.ts'
import { recordedNow } from '../clock.ts'
import type { Environment } from '../environment.ts'
import { newId } from '../store/id.ts'
import type { ParsedSeed } from './seed.ts'

/** Adds the applications that sign people in with AuthKit. */
export function addConnectApplications({ store, clock }: Environment, seed: ParsedSeed): void {
  const now = clock.now()
  for (const { name, description = null, scopes, redirectUris } of seed.connectApplications) {
    store.connectApplications.insert({
      id: newId('connectApplication', now),
      client_id: newId('client', now),
      name,
      description,
      scopes,
      redirect_uris: redirectUris.map((uri, index) => ({ uri, default: index === 0 })),
      ...recordedNow(clock),
    })
  }
}

/** Adds the applications that somebody has let in. */
export function addGrants(
  environment: Environment,
  { email, authorizedApplications }: ParsedSeed['users'][number],
): void {
  const { store, clock } = environment
  const user = findUserByEmail(environment, email)
  for (const name of authorizedApplications) {
    const application = store.connectApplications.find((each) => each.name === name)
    if (!user || !application) continue
    store.connectGrants.insert({
      id: newId('connectGrant', clock.now()),
      user_id: user.id,
      application_id: application.id,
      granted_scopes: application.scopes,
      ...recordedNow(clock),
    })
  }
}
