import { Buffer } from 'node:buffer'
import { Problem } from '../engine/problem.ts'
import type { Database, Session } from './database.ts'

/** A file on its way in, as every process of the app knows it. */
export interface ImportFile {
  readonly id: string
  readonly actorId: string
  readonly name: string
  /** What it turned out to be, as JSON. */
  readonly shape: string
  /** `lost`: whoever worked on it is gone, and nothing came of it. */
  readonly state: 'waiting' | 'checking' | 'running' | 'lost' | 'done' | 'refused' | 'cancelled'
  /** Rows read so far, and rows in all once they have been counted. */
  readonly done: number
  readonly total: number | null
  /** What came of it, as JSON. */
  readonly told: string | null
}

/** Who works on a file: what is done in its name no longer counts once somebody else has taken it over. */
export interface Hold {
  readonly id: string
  readonly by: string
}

/** How a work on a file ended. */
export interface Ending {
  readonly state: 'waiting' | 'done' | 'refused' | 'cancelled'
  readonly total?: number
  readonly told?: string
}

/** Files on their way in, in the database: whichever process is asked next goes on with them. */
export interface ImportFiles {
  /** Keeps what comes, all of it; `shapeOf` then looks at it. What cannot be kept or read leaves nothing. */
  readonly take: (
    file: {
      readonly workspaceId: string
      readonly id: string
      readonly actorId: string
      readonly name: string
    },
    bytes: AsyncIterable<Uint8Array>,
    shapeOf: () => Promise<string>,
  ) => Promise<void>
  readonly open: (workspaceId: string, id: string) => AsyncIterable<Uint8Array>
  readonly find: (workspaceId: string, id: string) => Promise<ImportFile | undefined>
  /** Begins a work on it; false while somebody else is at one. A hold lasts for 30 seconds without a sign of life. */
  readonly hold: (
    workspaceId: string,
    hold: Hold,
    state: 'checking' | 'running',
  ) => Promise<boolean>
  /** A sign of life, and how far it is. Tells whether to go on: it was cancelled, or somebody else has it. */
  readonly sign: (workspaceId: string, hold: Hold, done: number) => Promise<'go on' | 'stop'>
  readonly end: (workspaceId: string, hold: Hold, ending: Ending) => Promise<void>
  readonly cancel: (workspaceId: string, id: string) => Promise<void>
}

export function importFilesOf(database: Database): ImportFiles {
  const drop = (workspaceId: string, id: string): Promise<unknown> =>
    database.transaction(workspaceId, async (session) => {
      const values = [workspaceId, id]
      await session.count(
        'delete from import_part where workspace_id = $1 and import_id = $2',
        values,
      )
      await session.count('delete from import_file where workspace_id = $1 and id = $2', values)
    })
  return {
    take: async ({ workspaceId, id, actorId, name }, bytes, shapeOf) => {
      await database.as(workspaceId, (session) =>
        session.count(
          `insert into import_file (workspace_id, id, actor_id, name, state) values ($1, $2, $3, $4, 'arriving')`,
          [workspaceId, id, actorId, name],
        ),
      )
      try {
        let ordinal = 0
        for await (const part of partsOf(bytes)) {
          const at = ordinal++
          await database.as(workspaceId, (session) =>
            session.count(
              'insert into import_part (workspace_id, import_id, ordinal, bytes) values ($1, $2, $3, $4)',
              [workspaceId, id, at, part],
            ),
          )
        }
        const shape = await shapeOf()
        await database.as(workspaceId, (session) =>
          session.count(
            `update import_file set shape = $3, state = 'waiting' where workspace_id = $1 and id = $2`,
            [workspaceId, id, shape],
          ),
        )
      } catch (error) {
        await drop(workspaceId, id).catch(() => undefined)
        throw error
      }
    },
    open: (workspaceId, id) => partsIn(database, workspaceId, id),
    find: (workspaceId, id) =>
      database.as(workspaceId, async (session) => {
        const [row] = await session.query<ImportFile>(
          `select id, actor_id as "actorId", name, shape, done, total, told,
             case when state in ('checking', 'running') and held_until < now() then 'lost' else state end as state
           from import_file where workspace_id = $1 and id = $2 and state <> 'arriving'`,
          [workspaceId, id],
        )
        return row
      }),
    hold: (workspaceId, { id, by }, state) =>
      database.as(
        workspaceId,
        async (session) =>
          (await session.count(
            `update import_file set state = $4, done = 0, told = null, cancelled = false, held_by = $3, held_until = ${untilThen}
             where workspace_id = $1 and id = $2 and state <> 'arriving' and (held_by is null or held_until < now())`,
            [workspaceId, id, by, state],
          )) === 1,
      ),
    sign: (workspaceId, { id, by }, done) =>
      database.as(workspaceId, async (session) => {
        const [row] = await session.query<{ cancelled: boolean }>(
          `update import_file set done = $4, held_until = ${untilThen}
           where workspace_id = $1 and id = $2 and held_by = $3 returning cancelled`,
          [workspaceId, id, by, done],
        )
        return row?.cancelled === false ? 'go on' : 'stop'
      }),
    end: async (workspaceId, hold, ending) => {
      await database.as(workspaceId, (session) => ended(session, workspaceId, hold, ending))
    },
    cancel: async (workspaceId, id) => {
      await database.as(workspaceId, (session) =>
        session.count(
          'update import_file set cancelled = true where workspace_id = $1 and id = $2',
          [workspaceId, id],
        ),
      )
    },
  }
}

/** Ends the work on a file in the transaction of what it wrote, or refuses to where somebody else has taken it over. */
export async function endImport(
  session: Session,
  workspaceId: string,
  hold: Hold,
  told: string,
): Promise<void> {
  if ((await ended(session, workspaceId, hold, { state: 'done', told })) === 1) return
  throw new Problem(
    'gone',
    'This import was silent for so long that it counted as lost. Nothing was imported by it: look whether it was begun again.',
  )
}

const ended = (
  session: Session,
  workspaceId: string,
  { id, by }: Hold,
  { state, total, told }: Ending,
): Promise<number> =>
  session.count(
    `update import_file set state = $4, total = coalesce($5, total), told = $6, held_by = null, held_until = null
     where workspace_id = $1 and id = $2 and held_by = $3`,
    [workspaceId, id, by, state, total ?? null, told ?? null],
  )

const untilThen = `now() + interval '30 seconds'`

/** Takes away files that nobody works on and that are older than a day, and parts of what is no more. */
export async function sweepImports(session: Session): Promise<void> {
  await session.count(
    `delete from import_file where created_at < now() - interval '1 day' and (held_until is null or held_until < now())`,
  )
  await session.count(
    `delete from import_part p where not exists (
       select from import_file f where f.workspace_id = p.workspace_id and f.id = p.import_id)`,
  )
}

/** Bytes a part: few rows for a large file, and little memory for whoever reads it. */
const partSize = 1 << 20

async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    size += chunk.byteLength
    if (size < partSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

async function* partsIn(
  database: Database,
  workspaceId: string,
  id: string,
): AsyncIterable<Uint8Array> {
  const read = (ordinal: number): Promise<Buffer | undefined> => {
    const found = database.as(workspaceId, async (session) => {
      const [row] = await session.query<{ bytes: Buffer }>(
        'select bytes from import_part where workspace_id = $1 and import_id = $2 and ordinal = $3',
        [workspaceId, id, ordinal],
      )
      return row?.bytes
    })
    // Whoever ends early no longer asks for it.
    found.catch(() => undefined)
    return found
  }
  let next = read(0)
  for (let ordinal = 1; ; ordinal += 1) {
    const bytes = await next
    if (bytes === undefined) return
    // The next one is read while this one is looked at.
    next = read(ordinal)
    yield bytes
  }
}
