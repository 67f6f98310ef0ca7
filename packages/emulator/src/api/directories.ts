import { type DirectoryWire, directories } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import type { AppEnv, Environment } from '../environment.ts'
import type { DirectoryRecord } from '../store/resourceRecords.ts'
import { listPage } from './listPage.ts'
import { requireOrganization } from './organizations.ts'
import { requireRecord } from './requireRecord.ts'
import { serve } from './serve.ts'

/** Directories: list, read and delete. They are made by the seed and by the console. */
export function serveDirectories(app: Hono<AppEnv>): void {
  serve(app, directories.list, ({ environment, query }) => {
    const search = query.search?.toLowerCase()
    if (query.organization_id !== undefined) {
      requireOrganization(environment, query.organization_id)
    }
    const found = environment.store.directories.filter(
      ({ organization_id, name }) =>
        (query.organization_id === undefined || organization_id === query.organization_id) &&
        (search === undefined || name.toLowerCase().includes(search)),
    )
    return listPage(found, query, (each) => presentDirectory(environment, each))
  })

  serve(app, directories.get, ({ environment, params }) =>
    presentDirectory(environment, requireDirectory(environment, params.id)),
  )

  serve(app, directories.delete, ({ environment, params }) => {
    const { store } = environment
    const { id } = requireDirectory(environment, params.id)
    // What goes with a directory is gone without events of its own.
    store.silently(() => {
      for (const collection of [store.directoryUsers, store.directoryGroups]) {
        for (const each of collection.filter(({ directory_id }) => directory_id === id)) {
          collection.delete(each.id)
        }
      }
    })
    store.directories.delete(id)
  })
}

/** The directory with the id; 404 when there is none. */
export const requireDirectory = ({ store }: Environment, id: string): DirectoryRecord =>
  requireRecord(store.directories, { kind: 'Directory', id })

function presentDirectory({ store }: Environment, directory: DirectoryRecord): DirectoryWire {
  const people = store.directoryUsers.filter(({ directory_id }) => directory_id === directory.id)
  const active = people.filter(({ state }) => state === 'active').length
  return {
    ...directory,
    metadata: {
      users: { active, inactive: people.length - active },
      groups: store.directoryGroups.filter(({ directory_id }) => directory_id === directory.id)
        .length,
    },
  }
}
