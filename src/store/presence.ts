import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Database, Session } from './database.ts'
import { loaderOf } from './past.ts'
import { isSeen, sightOf } from './sight.ts'

/** Who is at which row just now. Nothing of it is history. */
export interface Presences {
  /** Says for 30 seconds where one is, by a window of perhaps several; null takes it back. 'same': it was said. */
  readonly put: (actor: Actor, place: string, at: At | null) => Promise<'moved' | 'same'>
  /** Everybody who is somewhere, and who may know of it. */
  readonly all: (workspaceId: string) => Promise<readonly Present[]>
}

export interface At {
  readonly record: string
  readonly id: string
  readonly doing: 'reading' | 'editing'
}

/** A row at which somebody is. */
export interface Present {
  readonly record: string
  readonly id: string
  readonly ref: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly doing: At['doing']
  }[]
  readonly sees: (actor: Actor) => boolean
}

/** Who is where, in a table that every process of the database sees. */
export const presencesOf = (database: Database, catalogue: Catalogue): Presences => ({
  put: async (actor, place, at) => {
    const key = [actor.workspaceId, `${actor.kind} ${actor.id}`, place]
    return database.as(actor.workspaceId, async (session) => {
      if (at === null) {
        const gone = await session.count(
          'delete from presence where workspace_id = $1 and actor_id = $2 and place = $3',
          key,
        )
        return gone > 0 ? 'moved' : 'same'
      }
      const [before] = await session.query<Pick<Line, 'id' | 'doing'>>(
        'select row_id as id, doing from presence where workspace_id = $1 and actor_id = $2 and place = $3 and until > now()',
        key,
      )
      await session.count(putOne, [...key, actor.name, at.record, at.id, at.doing])
      return before?.id === at.id && before.doing === at.doing ? 'same' : 'moved'
    })
  },
  all: (workspaceId) =>
    database.as(workspaceId, (session) => readAll(session, catalogue, workspaceId)),
})

// Not worth a wait for the disk: whoever is there says so again before long.
const putOne = `with quick as (select set_config('synchronous_commit', 'off', true))
  insert into presence (workspace_id, actor_id, place, actor_name, record, row_id, doing, until)
  select $1::uuid, $2, $3, $4, $5, $6::uuid, $7, now() + interval '30 seconds' from quick
  on conflict (workspace_id, actor_id, place) do update
    set actor_name = excluded.actor_name, record = excluded.record, row_id = excluded.row_id, doing = excluded.doing, until = excluded.until`

async function readAll(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
): Promise<readonly Present[]> {
  const lines = await session.query<Line>(
    `select record, row_id as id, actor_id, actor_name, doing from presence
     where workspace_id = $1 and until > now() order by actor_name, actor_id, doing`,
    [workspaceId],
  )
  const load = loaderOf(session, catalogue, workspaceId)
  const byRow = new Map<string, Line[]>()
  for (const line of lines) {
    const mine = byRow.get(line.id)
    if (mine === undefined) byRow.set(line.id, [line])
    else mine.push(line)
  }
  const found: Present[] = []
  for (const [id, there] of byRow) {
    const kind = catalogue.records.find(({ name }) => name === there[0]?.record)
    const sight = kind === undefined ? undefined : await sightOf(kind, id, { catalogue, load })
    if (kind === undefined || sight === undefined) continue
    found.push({
      record: kind.name,
      id,
      ref: sight.row.ref,
      people: peopleOf(there),
      sees: (actor) => isSeen(sight, actor),
    })
  }
  return found
}

interface Line {
  readonly record: string
  readonly id: string
  readonly actor_id: string
  readonly actor_name: string
  readonly doing: At['doing']
}

/** Each person once; who edits in one window and reads in another edits. */
function peopleOf(lines: readonly Line[]): Present['people'] {
  const found = new Map<string, Present['people'][number]>()
  for (const { actor_id, actor_name, doing } of lines) {
    const id = actor_id.split(' ').at(-1) ?? actor_id
    if (found.get(id)?.doing !== 'editing') found.set(id, { id, name: actor_name, doing })
  }
  return [...found.values()]
}
