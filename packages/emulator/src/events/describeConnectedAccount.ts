import type { Environment } from '../environment.ts'
import type { Transition } from '../store/collection.ts'
import type { ConnectedAccountRecord } from '../store/resourceRecords.ts'
import type { NewEvent } from './recordEvent.ts'

/** What became of an account that a user connected. New tokens for it are nothing to tell. */
export function describeConnectedAccount(
  { store }: Environment,
  { before, after }: Transition<ConnectedAccountRecord>,
): NewEvent[] {
  const account = after ?? before
  const provider = store.dataProviders.get(account.data_provider_id)
  const data = {
    object: 'connected_account',
    ...account,
    data_integration_id: account.data_provider_id,
    provider_slug: provider?.slug,
  }
  if (!after) return [{ event: 'pipes.connected_account.disconnected', data }]
  if (before?.state === after.state) return []
  return after.state === 'connected'
    ? [{ event: 'pipes.connected_account.connected', data }]
    : [{ event: 'pipes.connected_account.reauthorization_needed', data }]
}
