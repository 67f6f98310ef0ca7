import { expect, test } from 'vitest'
import { bank, northwind, startWithSdk, told } from '../support/sdk.ts'

const directory = 'directory_01JNORTHWINDDIR0000000000'

test('directories, their people and their groups', async () => {
  const { emulator, workos } = await startWithSdk()
  const { directorySync } = workos
  const [listed] = (await directorySync.listDirectories({ organizationId: northwind })).data
  expect(listed).toMatchObject({ id: directory, type: 'okta scim v2.0', state: 'active' })
  expect(await directorySync.getDirectory(directory)).toEqual(listed)
  expect((await directorySync.listDirectories({ search: 'nothing' })).data).toEqual([])

  const groups = (await directorySync.listGroups({ directory })).data
  const finance = groups.find(({ name }) => name === 'Finance')
  const users = (await directorySync.listUsers({ group: finance?.id ?? '' })).data
  expect(users.map(({ email, state }) => [email, state])).toEqual([
    ['tove@northwind.example', 'inactive'],
    ['carmen@northwind.example', 'active'],
  ])
  const carmen = await directorySync.getUser(users[1]?.id ?? '')
  expect(carmen.groups).toMatchObject([{ name: 'Finance' }])
  expect(await directorySync.getGroup(finance?.id ?? '')).toMatchObject({ name: 'Finance' })
  expect((await directorySync.listGroups({ user: carmen.id })).data).toMatchObject([
    { name: 'Finance' },
  ])

  await directorySync.deleteDirectory(directory)
  await expect(directorySync.getUser(carmen.id)).rejects.toMatchObject({ status: 404 })
  expect(told(emulator)).toEqual(['dsync.deleted'])
})

test('connections are found by their organization, and deleted', async () => {
  const { emulator, workos } = await startWithSdk()
  const { data } = await workos.sso.listConnections({
    organizationId: bank,
  })
  expect(data).toMatchObject([{ name: 'Meridian SSO', state: 'active', type: 'GenericSAML' }])
  const id = data[0]?.id ?? ''
  expect(await workos.sso.getConnection(id)).toEqual(data[0])
  await workos.sso.deleteConnection(id)
  await expect(workos.sso.getConnection(id)).rejects.toMatchObject({ status: 404 })
  expect(told(emulator)).toEqual(['connection.deleted'])
})
