import type { Database, Session } from './database.ts'
import { ident, snake } from './table.ts'

/**
 * Learns the words of what was written since the last time, and how many rows were made with each, so
 * that search can forgive typos and tell the rare from the common: a word that nobody has written is
 * looked for among those that somebody has. Outside of every write, in small steps, each done once
 * however many learn at a time. Returns how many words are new.
 */
export async function learnWords(database: Database, workspaceId: string): Promise<number> {
  let learned = 0
  for (;;) {
    const step = await database.as(workspaceId, (session) => nextStep(session, workspaceId))
    if (step === undefined) return learned
    learned += await database.transaction(workspaceId, (session) =>
      learnStep(session, workspaceId, step),
    )
  }
}

/** The changes of some small commits, or a slice of one that is large. */
interface Step {
  /** What had been learned before it. */
  readonly after: { readonly seq: number; readonly ordinal: number }
  readonly commits: readonly string[]
  readonly from: number
  readonly below: number
  /** What is learned once the step is done: all up to this commit, and so much of the next one. */
  readonly seq: number
  readonly ordinal: number
}

/** About as many changes as one step takes. */
const stride = 5_000

async function nextStep(session: Session, workspaceId: string): Promise<Step | undefined> {
  const due = await session.query<{
    seq: number
    id: string
    count: number
    done: number
    learned: number
    ordinal: number
  }>(
    `with learned as (select coalesce(max(seq), 0) as seq, coalesce(max(ordinal), 0) as ordinal from search_learned where workspace_id = $1)
     select k.seq, k.id, k.count, case when k.seq = learned.seq + 1 then learned.ordinal else 0 end as done, learned.seq as learned, learned.ordinal
     from learned, commit k where k.workspace_id = $1 and k.seq > learned.seq order by k.seq limit 500`,
    [workspaceId],
  )
  const [first] = due
  if (first === undefined) return undefined
  const after = { seq: first.learned, ordinal: first.ordinal }
  if (first.count > stride) {
    const below = first.done + stride
    const ended = below >= first.count
    return {
      after,
      commits: [first.id],
      from: first.done,
      below,
      seq: ended ? first.seq : first.seq - 1,
      ordinal: ended ? 0 : below,
    }
  }
  let changes = 0
  const small = due.filter((commit) => (changes += commit.count) <= stride)
  return {
    after,
    commits: small.map((commit) => commit.id),
    from: 0,
    below: stride + 1,
    seq: small.at(-1)?.seq ?? first.seq,
    ordinal: 0,
  }
}

async function learnStep(session: Session, workspaceId: string, step: Step): Promise<number> {
  // First, so that whoever else is at the same step waits, and then finds it done.
  const mine = await session.count(
    `insert into search_learned as l (workspace_id, seq, ordinal) values ($1, $2, $3)
     on conflict (workspace_id) do update set seq = excluded.seq, ordinal = excluded.ordinal
     where (l.seq, l.ordinal) = ($4, $5)`,
    [workspaceId, step.seq, step.ordinal, step.after.seq, step.after.ordinal],
  )
  if (mine === 0) return 0
  let learned = 0
  for (const table of await searchedTables(session, workspaceId, step))
    learned += await learnFrom(session, workspaceId, table, step)
  return learned
}

/** The records that the step changed, of those that have words to search in. */
async function searchedTables(
  session: Session,
  workspaceId: string,
  step: Step,
): Promise<readonly { readonly record: string; readonly table: string }[]> {
  const changed = await session.query<{ record: string }>(
    'select distinct record from change where workspace_id = $1 and commit_id = any ($2::uuid[]) and ordinal >= $3 and ordinal < $4',
    [workspaceId, step.commits, step.from, step.below],
  )
  const searched = await session.query<{ name: string }>(
    `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attname = 'words' and a.atttypid = 'tsvector'::regtype and not a.attisdropped and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname = any ($1::text[])`,
    [changed.map(({ record }) => snake(record))],
  )
  const names = new Set(searched.map(({ name }) => name))
  return changed
    .filter(({ record }) => names.has(snake(record)))
    .map(({ record }) => ({ record, table: ident(record) }))
}

/** Numbers of any length are not kept: there is no end of them, and they are found as they are. */
async function learnFrom(
  session: Session,
  workspaceId: string,
  of: { readonly record: string; readonly table: string },
  step: Step,
): Promise<number> {
  const [learned] = await session.query<{ fresh: number }>(
    `with touched as (
       select row_id, bool_or(op = 'create') as made from change
       where workspace_id = $1 and commit_id = any ($2::uuid[]) and record = $5 and ordinal >= $3 and ordinal < $4
       group by row_id
     ), written as materialized (
       select lexeme as word, count(*) filter (where touched.made) as times
       from touched
       join ${of.table} t on t.workspace_id = $1 and t.id = touched.row_id
       cross join lateral unnest(tsvector_to_array(t.words)) as lexeme
       where length(lexeme) <= 40
       group by lexeme
     ), counted as (
       insert into word as known (workspace_id, word, letters, frequency)
       select $1, word, case when throughline_is_word(word) then throughline_letters(word) else '' end, times
       from written where throughline_is_counted(word) order by word
       on conflict (workspace_id, word) do update set frequency = known.frequency + excluded.frequency
       where excluded.frequency > 0
       returning xmax = 0 as fresh
     )
     select count(*) filter (where fresh) as fresh from counted`,
    [workspaceId, step.commits, step.from, step.below, of.record],
  )
  return learned?.fresh ?? 0
}
