import { Problem } from '../engine/problem.ts'
import { isLost, type Database } from './database.ts'

/** What keeps a database from working, and is nobody's fault here: it is away, or its disk is full. */
export type Trouble = 'away' | 'full'

/** The trouble that an error tells of, if it does; also where it is one of our own files that found no room. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof Problem) {
    const { trouble } = error.facts
    return trouble === 'away' || trouble === 'full' ? trouble : undefined
  }
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown }
  if (['53100', 'ENOSPC', 'EDQUOT'].includes(String(code))) return 'full'
  // a file that is not there says the same as a socket that is not
  if (code === 'ENOENT' && syscall !== 'connect') return undefined
  return isLost(error) || code === '53300' ? 'away' : undefined
}

export interface Readiness {
  readonly ok: boolean
  readonly says: string
  readonly trouble?: Trouble
}

/**
 * A database whose troubles are told by their cause. `down` gives why a server of our own does not run,
 * where that is known: whoever finds it away is told this instead.
 */
export function troubledOf(
  database: Database,
  down: () => unknown,
): { readonly database: Database; readonly ready: () => Promise<Readiness> } {
  let lacksRoom = false
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (troubleOf(error) === 'full') lacksRoom = true
      const why = isLost(error) ? down() : undefined
      // a reason that is no trouble by name, as that it is just starting, leaves it what it is: away
      throw troubleOf(why) === undefined ? error : why
    }
  }
  const telling = {
    as: (workspaceId, work) => told(database.as(workspaceId, work)),
    transaction: (workspaceId, work) => told(database.transaction(workspaceId, work)),
    owner: (work) => told(database.owner(work)),
    ownerTransaction: (work) => told(database.ownerTransaction(work)),
    use: database.use,
    close: database.close,
  } satisfies Database
  const ready = async (): Promise<Readiness> => {
    try {
      // Once a write found no room, it is tried again: reading alone would not notice.
      if (lacksRoom) await telling.ownerTransaction((session) => session.query(takeRoom))
      else await telling.owner((session) => session.query('select 1'))
      lacksRoom = false
      return { ok: true, says: 'The database answers and its schema is current.' }
    } catch (error) {
      return troubleOf(error) === 'full'
        ? {
            ok: false,
            trouble: 'full',
            says: 'There is no room left on the disk of the database. What was saved is safe; free some space, and it goes on by itself.',
          }
        : {
            ok: false,
            trouble: 'away',
            says: 'The database does not answer. It is being restarted; what was saved is safe.',
          }
    }
  }
  return { database: telling, ready }
}

/** Two megabytes for a moment. */
const takeRoom =
  'create temporary table room_probe on commit drop as select generate_series(1, 50000) as n'
