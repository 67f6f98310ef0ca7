import type { Environment } from '../environment.ts'
import type { Proof } from '../store/authenticationRecords.ts'

/** What a credential that was just right proves. */
export function proveNow(
  { clock }: Environment,
  person: Pick<Proof, 'user_id' | 'method'> & Partial<Proof>,
): Proof {
  return {
    authenticated_at: clock.now(),
    connection_id: null,
    mfa: false,
    radar: false,
    impersonator: null,
    ...person,
  }
}

/** The proof within a record that carries one. */
export const proofIn = (record: Proof): Proof => ({
  user_id: record.user_id,
  method: record.method,
  authenticated_at: record.authenticated_at,
  connection_id: record.connection_id,
  mfa: record.mfa,
  radar: record.radar,
  impersonator: record.impersonator,
})
