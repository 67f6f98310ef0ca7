import { directoryGroups } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv } from '../environment.ts'
import { paginate } from '../store/paginate.ts'
import { ApiError } from './apiError.ts'
import { requireDirectory } from './directories.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Groups of directories: list by directory or by person, and read. */
export function serveDirectoryGroups(app: Hono<AppEnv>): void {
  serve(app, directoryGroups.list, ({ environment, query }) => {
    const { store } = environment
    const { directory, user } = query
    if (directory === undefined && user === undefined) {
      throw new ApiError(422, { message: 'Either directory or user is required.' })
    }
    if (directory !== undefined) requireDirectory(environment, directory)
    const person =
      user === undefined
        ? undefined
        : requireRecord(store.directoryUsers, { kind: 'Directory User', id: user })
    const found = store.directoryGroups.filter(
      (group) =>
        (directory === undefined || group.directory_id === directory) &&
        (person === undefined || person.group_ids.includes(group.id)),
    )
    return paginate(found, query)
  })

  serve(app, directoryGroups.get, ({ environment, params }) =>
    requireRecord(environment.store.directoryGroups, { kind: 'Directory Group', id: params.id }),
  )
}
