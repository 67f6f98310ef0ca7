import type { DatabaseSync } from 'node:sqlite'
import type { Identified } from './collection.ts'
import type { Storage } from './storage.ts'

/** Changes when records change their shape, so that an older file is not misread. */
const version = 1

const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (collection, id)
  );
  PRAGMA user_version = ${version};`

/**
 * Keeps the store in one SQLite file, which belongs to one process at a time. A process killed at
 * any moment leaves whole transactions.
 */
export async function openSqliteStorage(file: string): Promise<Storage> {
  const database = await openDatabase(file)
  const select = database.prepare('SELECT collection, value FROM records ORDER BY position')
  const upsert = database.prepare(
    'INSERT INTO records (collection, id, value) VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM records WHERE collection = ? AND id = ?')

  return {
    read: () => {
      const records = new Map<string, Identified[]>()
      for (const row of select.iterate()) {
        const name = String(row.collection)
        const items = records.get(name) ?? []
        items.push(JSON.parse(String(row.value)) as Identified)
        records.set(name, items)
      }
      return records
    },
    write: (changes) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { collection, id, value } of changes) {
          if (value) upsert.run(collection, id, JSON.stringify(value))
          else remove.run(collection, id)
        }
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => database.close(),
  }
}

async function openDatabase(file: string): Promise<DatabaseSync> {
  try {
    // Loaded here because only a persistent emulator should pay for it.
    const sqlite = await import('node:sqlite')
    const database = new sqlite.DatabaseSync(file)
    const found = database.prepare('PRAGMA user_version').get()?.user_version
    if (found !== 0 && found !== version) throw new Error('it was written by another version')
    database.exec(schema)
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The emulator cannot be kept in ${file}: ${reason}.`, { cause: error })
  }
}
