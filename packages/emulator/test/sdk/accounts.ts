import { expect, test } from 'vitest'
import { ada, startWithSdk } from '../support/sdk.ts'

test('accounts that a user connected', async () => {
  const { workos } = await startWithSdk({
    seed: {
      users: [{ id: ada, email: 'ada@northwind.example' }],
      dataProviders: [{ slug: 'github', name: 'GitHub', scopes: ['repo'] }],
    },
  })
  const { pipes } = workos
  const account = { userId: ada, slug: 'github' }
  const made = await pipes.createUserConnectedAccount({ ...account, accessToken: 'gho_1' })
  expect(made).toMatchObject({ userId: ada, scopes: ['repo'], state: 'connected' })
  expect(await pipes.getUserConnectedAccount(account)).toEqual(made)
  const changed = await pipes.updateUserConnectedAccount({
    ...account,
    state: 'needs_reauthorization',
  })
  expect(changed.state).toBe('needs_reauthorization')
  const { data } = await pipes.listUserDataProviders({ userId: ada })
  expect(data).toMatchObject([{ slug: 'github', connectedAccount: { id: made.id } }])
  await pipes.deleteUserConnectedAccount(account)
  await expect(pipes.getUserConnectedAccount(account)).rejects.toMatchObject({ status: 404 })
})
