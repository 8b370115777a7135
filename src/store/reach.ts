import type { PoolConfig } from 'pg'
import { launch, type Launched } from './embedded/launch.ts'

/** A PostgreSQL by its URL or settings; without either, Throughline starts its own below `dataDir`. */
export type Whereabouts =
  | {
      readonly dataDir: string
      readonly url?: string | undefined
      readonly binDir?: string | undefined
    }
  | { readonly config: PoolConfig }

/**
 * What every connection is set to. New entries of a word index wait in a list that each search reads through;
 * at its usual 4 MB that list holds all of ten thousand rows, and a search took 50 ms instead of 10.
 */
const options = '-c TimeZone=UTC -c lock_timeout=5000 -c gin_pending_list_limit=256'

/** Finds the database, starting or joining one of our own where none is named. */
export async function reach(
  database: Whereabouts,
  log: (line: string) => void,
): Promise<{ readonly config: PoolConfig; readonly own: Launched | undefined }> {
  if ('config' in database) return { config: { ...database.config, options }, own: undefined }
  if (database.url !== undefined)
    return { config: { connectionString: database.url, options }, own: undefined }
  const { dataDir, binDir } = database
  const own = await launch({ dataDir, log, ...(binDir === undefined ? {} : { binDir }) })
  return { config: { ...own.connection, options }, own }
}
