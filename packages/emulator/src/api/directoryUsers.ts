import { type DirectoryUserWire, directoryUsers } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv, Environment } from '../environment.ts'
import type { DirectoryUserRecord } from '../store/resourceRecords.ts'
import { ApiError } from './apiError.ts'
import { requireDirectory } from './directories.ts'
import { listPage } from './listPage.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** People of directories: list by directory or by group, and read. */
export function serveDirectoryUsers(app: Hono<AppEnv>): void {
  serve(app, directoryUsers.list, ({ environment, query }) => {
    const { directory, group, idp_id, email } = query
    const { store } = environment
    if (directory === undefined && group === undefined) {
      throw new ApiError(422, { message: 'Either directory or group is required.' })
    }
    if (directory !== undefined) requireDirectory(environment, directory)
    if (group !== undefined) {
      requireRecord(store.directoryGroups, { kind: 'Directory Group', id: group })
    }
    const found = store.directoryUsers.filter(
      (user) =>
        (directory === undefined || user.directory_id === directory) &&
        (group === undefined || user.group_ids.includes(group)) &&
        (idp_id === undefined || user.idp_id === idp_id) &&
        (email === undefined || user.email?.toLowerCase() === email.toLowerCase()),
    )
    return listPage(found, query, (each) => presentDirectoryUser(environment, each))
  })

  serve(app, directoryUsers.get, ({ environment, params }) =>
    presentDirectoryUser(
      environment,
      requireRecord(environment.store.directoryUsers, { kind: 'Directory User', id: params.id }),
    ),
  )
}

function presentDirectoryUser(
  { store }: Environment,
  { group_ids, ...user }: DirectoryUserRecord,
): DirectoryUserWire {
  return { ...user, groups: group_ids.flatMap((id) => store.directoryGroups.get(id) ?? []) }
}
